#include "store/migrations.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <string>
#include <vector>

#include "store/embedded_sql.h"

namespace attest {
namespace {

int layout_of(SQLite::Database& database) { return database.execAndGet("PRAGMA user_version").getInt(); }

const Migration* furthest_step(std::span<const Migration> steps, int from, int target) {
  const Migration* best = nullptr;
  for (const Migration& step : steps) {
    if (step.from == from && step.to <= target && (best == nullptr || step.to > best->to)) best = &step;
  }
  return best;
}

Error step_error(int from, int target, const std::string& reason) {
  return {ErrorCode::kStore,
          "cannot upgrade the store from layout " + std::to_string(from) + " to " + std::to_string(target) + ": " + reason,
          {},
          "the store is as it was; ingest the articles into a new one"};
}

/// Foreign keys are off while a step rebuilds tables, as SQLite's manual advises ("ALTER TABLE", section 7), and
/// checked before its end.
Status apply(SQLite::Database& database, const Migration& step) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (layout_of(database) != step.from) return {};  // another process was faster
  database.exec(std::string(step.sql));
  SQLite::Statement dangling(database, "PRAGMA foreign_key_check");
  if (dangling.executeStep())
    return step_error(step.from, step.to, "a row of " + dangling.getColumn(0).getString() + " would lose its parent");
  dangling.reset();
  database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.exec("PRAGMA user_version = " + std::to_string(step.to));
  transaction.commit();
  return {};
}

Status apply_all(SQLite::Database& database, std::span<const Migration> steps, int target) {
  for (int layout = layout_of(database); layout != target; layout = layout_of(database)) {
    const Migration* step = furthest_step(steps, layout, target);
    if (step == nullptr) return step_error(layout, target, "no step leads there");
    try {
      if (Status done = apply(database, *step); !done) return done;
    } catch (const SQLite::Exception& exception) {
      return step_error(step->from, step->to, exception.what());
    }
  }
  return {};
}

}  // namespace

std::span<const Migration> migrations() {
  static const std::vector<Migration> steps = [] {
    std::vector<Migration> all = {{0, kLayoutVersion, schema_sql()}};
    all.insert(all.end(), layout_steps().begin(), layout_steps().end());
    return all;
  }();
  return steps;
}

Status migrate(SQLite::Database& database, std::span<const Migration> steps, int target) {
  database.exec("PRAGMA foreign_keys = OFF");
  Status done = apply_all(database, steps, target);
  database.exec("PRAGMA foreign_keys = ON");
  return done;
}

}  // namespace attest
