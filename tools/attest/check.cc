// attest check: compares what the articles of a store state, and tells where they agree, differ, or do not add up.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/checker.h"
#include "check/finding.h"
#include "exit_status.h"
#include "ingest_time.h"
#include "output.h"
#include "policy_tables.h"
#include "present/display_text.h"
#include "present/json_lines.h"
#include "read/reader.h"
#include "store/check_store.h"
#include "terminal.h"
#include "value/calendar.h"
#include "verbs.h"
#include "wording.h"

namespace attest::command {
namespace {

struct CheckOptions {
  std::string path;
  std::string measure;
  std::string period;
  std::vector<std::string> between;
  std::vector<std::string> fail_on;
  std::string policy;
  std::string judge;
  std::string decision;
  std::string note;
  bool undo = false;
  bool json = false;
  bool all = false;
};

/// A day as ISO text, of "2024", "2024-03" or "2024-03-15": the first one of the period, and the first behind it.
struct Days {
  std::string begin;
  std::string end;
};

Result<Days> days_of(const std::string& period) {
  const std::string text = period.size() == 4 ? period + "-01-01" : period.size() == 7 ? period + "-01" : period;
  const auto day = parse_iso_date(text);
  if (!day) return Error{ErrorCode::kUsage, "\"" + period + "\" is no period", "--period", "write it as 2024, 2024-03 or 2024-03-15"};
  const auto end = period.size() == 4 ? add_years(*day, 1) : period.size() == 7 ? add_months(*day, 1) : add_days(*day, 1);
  return Days{day->to_iso(), end ? end->to_iso() : std::string("9999-12-31")};
}

/// Which findings to tell.
class Filter {
 public:
  Filter(const CheckOptions& options, Days days) : options_(options), days_(std::move(days)) {}

  [[nodiscard]] bool takes(const ToldFinding& finding) const {
    if (!options_.all && finding.judgement.decision == "ignore") return false;
    const auto some = [&](auto holds) { return std::any_of(finding.members.begin(), finding.members.end(), holds); };
    return some([&](const ToldFinding::Member& member) { return is_measure(member) && is_between(member) && is_in_period(member); });
  }

 private:
  [[nodiscard]] bool is_measure(const ToldFinding::Member& member) const {
    if (options_.measure.empty()) return true;
    return member.measure_id.starts_with(options_.measure) || member.measure.find(options_.measure) != std::string::npos;
  }
  [[nodiscard]] bool is_between(const ToldFinding::Member& member) const {
    return std::all_of(options_.between.begin(), options_.between.end(), [&](const std::string& party) {
      return std::find(member.parties.begin(), member.parties.end(), party) != member.parties.end();
    });
  }
  [[nodiscard]] bool is_in_period(const ToldFinding::Member& member) const {
    if (options_.period.empty()) return true;
    const bool before_end = member.period_start.empty() || member.period_start < days_.end;
    const bool after_begin = member.period_end.empty() || days_.begin < member.period_end;
    return before_end && after_begin && !(member.period_start.empty() && member.period_end.empty());
  }

  const CheckOptions& options_;
  Days days_;
};

void append_field(std::string& out, std::string_view key, std::string_view text) {
  out.append(",\"").append(key).append("\":");
  append_json_string_or_null(out, text);
}

void append_json(std::string& out, const ToldFinding& finding) {
  const FindingRow& row = finding.row;
  out += "{\"record\":\"finding\"";
  append_field(out, "id", row.finding_id);
  append_field(out, "check", row.check_kind);
  append_field(out, "verdict", row.verdict);
  append_field(out, "severity", row.severity);
  append_field(out, "summary", row.summary);
  append_field(out, "arithmetic", row.arithmetic);
  fmt::format_to(std::back_inserter(out), ",\"independent_sources\":{}", row.independent_sources);
  append_field(out, "judgement", finding.judgement.decision);
  append_field(out, "note", finding.judgement.note);
  out += ",\"members\":[";
  for (const ToldFinding::Member& member : finding.members) {
    if (out.back() != '[') out += ',';
    out += "{\"fact\":";
    append_json_string(out, member.fact_id);
    append_field(out, "doc", member.uri);
    fmt::format_to(std::back_inserter(out), ",\"start\":{},\"end\":{}", member.chars.begin, member.chars.end);
    append_field(out, "text", member.quote);
    append_field(out, "role", member.role);
    out += '}';
  }
  out += "]}\n";
}

void append_text(std::string& out, const ToldFinding& finding) {
  const FindingRow& row = finding.row;
  fmt::format_to(std::back_inserter(out), "{}  {} {}  {}\n  {}\n", row.finding_id.substr(0, 12), row.check_kind, row.verdict, row.severity,
                 on_one_line(row.summary));
  if (!row.arithmetic.empty()) fmt::format_to(std::back_inserter(out), "  {}\n", on_one_line(row.arithmetic));
  if (!finding.judgement.decision.empty()) {
    fmt::format_to(std::back_inserter(out), "  judged: {}{}{}\n", finding.judgement.decision, finding.judgement.note.empty() ? "" : ", ",
                   finding.judgement.note);
  }
  for (const ToldFinding::Member& member : finding.members) {
    fmt::format_to(std::back_inserter(out), "    {} \"{}\"  {}:{}  {}\n", member.role, on_one_line(member.quote), member.uri, member.line,
                   on_one_line(member.sentence));
  }
  out += '\n';
}

MemberDetail detail_for(const CheckOptions& options) {
  if (!options.json) return MemberDetail::kSentence;
  const bool filtered = !options.measure.empty() || !options.period.empty() || !options.between.empty();
  return filtered ? MemberDetail::kSubject : MemberDetail::kPassage;
}

int print_findings(const CheckOptions& options, const Store& store, const Days& days) {
  const Filter filter(options, days);
  Output output;
  std::uint64_t told = 0;
  bool failed_on = false;
  const Status read = read_findings(store, detail_for(options), [&](const ToldFinding& finding) {
    if (!filter.takes(finding)) return true;
    ++told;
    const auto& verdicts = options.fail_on;
    failed_on |= finding.judgement.decision.empty() && std::find(verdicts.begin(), verdicts.end(), finding.row.verdict) != verdicts.end();
    if (options.json) {
      append_json(output.buffer(), finding);
    } else {
      append_text(output.buffer(), finding);
    }
    return output.flush_when_full();
  });
  if (!read) return fail(read.error());
  if (!options.json) fmt::format_to(std::back_inserter(output.buffer()), "{}\n", counted(told, "finding"));
  const int status = output.finish();
  return status == kDone && failed_on ? kAskedFor : status;
}

int judge(const CheckOptions& options, Store& store) {
  const auto now = ingest_time();
  if (!now) return fail(now.error());
  const Status done = judge_finding(store, options.judge, {options.undo ? std::string() : options.decision, options.note}, *now);
  return done ? kDone : fail(done.error());
}

int run_check(const CheckOptions& options) {
  Days days;
  if (!options.period.empty()) {
    const auto asked = days_of(options.period);
    if (!asked) return fail(asked.error());
    days = *asked;
  }
  const auto policy = read_policy(options.policy);
  if (!policy) return fail(policy.error());
  auto store = Store::open(options.path, OpenMode::kReadWrite);
  if (!store) return fail(store.error());
  if (!options.judge.empty()) {
    if (!options.undo && options.decision.empty()) {
      return fail({ErrorCode::kUsage, "--judge needs --decision or --undo", {}, "explained, ignore, same_fact or not_the_same_measure"});
    }
    return judge(options, *store);
  }
  const auto done = check_store(*store, *policy);
  if (!done) return fail(done.error());
  return print_findings(options, *store, days);
}

constexpr std::array<const char*, 9> kVerdicts = {"agree", "boundary", "conflict",      "possible",       "different_scope",
                                                  "holds", "fails",    "label_suspect", "not_independent"};

}  // namespace

void register_check(CLI::App& app, int& status) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* verb = app.add_subcommand("check", "Compare figures across sources: where they agree, differ, or do not add up");
  verb->add_option("DB", options->path, "The fact store")->required();
  verb->add_option("--measure", options->measure, "Only findings on this measure: an id or its beginning, or a word of the phrase")
      ->type_name("TEXT");
  verb->add_option("--period", options->period, "Only findings on figures of this year, month or day")->type_name("PERIOD");
  verb->add_option("--between", options->between, "Only findings on these parties, separated by commas")->delimiter(',')->type_name("LIST");
  verb->add_option("--fail-on", options->fail_on, "Exit with status 1 where a finding has one of these verdicts, unless it was judged")
      ->delimiter(',')
      ->check(CLI::IsMember(std::vector<std::string>(kVerdicts.begin(), kVerdicts.end())))
      ->type_name("LIST");
  verb->add_option("--policy", options->policy, "Folder with tables in place of the built-in ones (rules/policy)")->type_name("DIR");
  verb->add_option("--judge", options->judge, "Keep a decision about the finding with this id, or its first digits")->type_name("ID");
  verb->add_option("--decision", options->decision, "With --judge: explained, ignore, same_fact or not_the_same_measure")
      ->type_name("WORD");
  verb->add_option("--note", options->note, "With --judge: why")->type_name("TEXT");
  verb->add_flag("--undo", options->undo, "With --judge: take the decision back");
  verb->add_flag("--all", options->all, "Print findings that were judged \"ignore\", too");
  verb->add_flag("--json", options->json, "Print a JSON object a line");
  verb->footer(
      "Only what changed since the last check is compared anew. Findings stay in the store (views findings and finding_members).\n"
      "Examples:\n"
      "  attest check facts.db --measure trade --between KZ,CN --period 2024\n"
      "  attest check facts.db --fail-on conflict,fails\n"
      "  attest check facts.db --judge 3f9a1c --decision explained --note \"customs data against the importer's\"");
  verb->callback([options, &status] { status = run_check(*options); });
}

}  // namespace attest::command
