// attest report: the findings of a store as one HTML page.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "check/checker.h"
#include "exit_status.h"
#include "policy_tables.h"
#include "present/report_page.h"
#include "store/check_store.h"
#include "store/citation.h"
#include "terminal.h"
#include "verbs.h"
#include "wording.h"

namespace attest::command {
namespace {

struct ReportOptions {
  std::string path;
  std::string output;
  std::string policy;
  std::vector<std::string> severity;
};

/// The order in which a reader wants to know of them.
constexpr std::array<std::string_view, 9> kVerdicts = {"conflict", "fails", "boundary",        "label_suspect",  "possible",
                                                       "agree",    "holds", "different_scope", "not_independent"};

std::string source_in_words(const StoredDocument& document) {
  std::string words = document.metadata.title.empty() ? document.uri : document.metadata.title;
  if (!document.metadata.publisher.empty()) words += ", " + document.metadata.publisher;
  if (!document.metadata.published.empty()) words += ", " + document.metadata.published;
  return words;
}

ReportedStatement statement_of(const FactCitation& cited, const std::string& role, const CheckPolicy& policy) {
  const MentionCitation& passage = cited.passage;
  ReportedStatement statement;
  statement.role = role;
  statement.source = source_in_words(passage.document);
  statement.place = passage.place.empty() ? "line " + std::to_string(passage.line) : passage.place;
  statement.sentence = passage.sentence;
  statement.quote_in_sentence = passage.quote_in_sentence;
  statement.quote = passage.quote;
  const Figure* figure = passage.mention.figure();
  if (figure == nullptr) return statement;
  statement.unit = figure->unit;
  if (const auto interval = policy.interval_of(*figure)) {
    if (interval->low) statement.low = interval->low->to_double();
    if (interval->high) statement.high = interval->high->to_double();
  }
  return statement;
}

std::string judgement_in_words(const Judgement& judgement) {
  if (judgement.decision.empty()) return {};
  return "judged: " + judgement.decision + (judgement.note.empty() ? "" : ", " + judgement.note);
}

/// The finding with the passages of its members, as far as they are still there.
Result<ReportedFinding> reported(const Store& store, const ToldFinding& told, const CheckPolicy& policy) {
  const FindingRow& row = told.row;
  ReportedFinding finding{row.finding_id,
                          row.check_kind,
                          row.verdict,
                          row.severity,
                          row.summary,
                          row.arithmetic,
                          judgement_in_words(told.judgement),
                          row.independent_sources,
                          {}};
  for (const ToldFinding::Member& member : told.members) {
    const auto cited = find_cited(store, member.fact_id);
    if (!cited) return cited.error();
    if (const auto* fact = std::get_if<FactCitation>(&*cited)) finding.statements.push_back(statement_of(*fact, member.role, policy));
  }
  return finding;
}

/// Alarms before everything else of the same severity.
bool comes_before(const ToldFinding& a, const ToldFinding& b) {
  const auto rank = [](const std::string& verdict) { return std::find(kVerdicts.begin(), kVerdicts.end(), verdict) - kVerdicts.begin(); };
  return rank(a.row.verdict) < rank(b.row.verdict);
}

Result<std::vector<ToldFinding>> findings_of(const Store& store, const ReportOptions& options) {
  std::vector<ToldFinding> findings;
  const Status read = read_findings(store, MemberDetail::kPassage, [&](ToldFinding told) {
    const auto& wanted = options.severity;
    const bool takes = wanted.empty() || std::find(wanted.begin(), wanted.end(), told.row.severity) != wanted.end();
    if (takes && told.judgement.decision != "ignore") findings.push_back(std::move(told));
    return true;
  });
  if (!read) return read.error();
  std::stable_sort(findings.begin(), findings.end(), comes_before);
  return findings;
}

std::vector<std::pair<std::string, std::uint64_t>> counts_of(const std::vector<ToldFinding>& findings) {
  std::map<std::string, std::uint64_t> by_verdict;
  for (const ToldFinding& told : findings) ++by_verdict[told.row.verdict];
  std::vector<std::pair<std::string, std::uint64_t>> counts;
  for (const std::string_view verdict : kVerdicts) {
    if (const auto found = by_verdict.find(std::string(verdict)); found != by_verdict.end()) counts.emplace_back(*found);
  }
  return counts;
}

Result<std::string> page_of(const Store& store, const std::vector<ToldFinding>& findings, const CheckPolicy& policy,
                            const std::string& title) {
  std::string html;
  ReportPage page(title, counts_of(findings), html);
  for (const ToldFinding& told : findings) {
    const auto finding = reported(store, told, policy);
    if (!finding) return finding.error();
    page.add(*finding);
  }
  page.finish();
  return html;
}

Status write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  if (file) return {};
  return Error{ErrorCode::kUnreadable, std::string("cannot be written: ") + std::strerror(errno), path, {}};
}

int run_report(const ReportOptions& options) {
  const auto policy = read_policy(options.policy);
  if (!policy) return fail(policy.error());
  auto store = Store::open(options.path, OpenMode::kReadWrite);
  if (!store) return fail(store.error());
  if (const auto done = check_store(*store, *policy); !done) return fail(done.error());
  const auto findings = findings_of(*store, options);
  if (!findings) return fail(findings.error());
  const auto html = page_of(*store, *findings, *policy, options.path.substr(options.path.find_last_of('/') + 1));
  if (!html) return fail(html.error());
  if (const Status written = write_file(options.output, *html); !written) return fail(written.error());
  say(counted(findings->size(), "finding") + " in " + options.output);
  return kDone;
}

}  // namespace

void register_report(CLI::App& app, int& status) {
  auto options = std::make_shared<ReportOptions>();
  CLI::App* verb = app.add_subcommand("report", "Write the findings as one HTML page that works offline");
  verb->add_option("DB", options->path, "The fact store")->required();
  verb->add_option("-o,--output", options->output, "The page to write")->required()->type_name("FILE");
  verb->add_option("--severity", options->severity, "Only findings of these severities (default all)")
      ->delimiter(',')
      ->check(CLI::IsMember(std::vector<std::string>{"high", "medium", "info"}))
      ->type_name("LIST");
  verb->add_option("--policy", options->policy, "Folder with tables in place of the built-in ones (rules/policy)")->type_name("DIR");
  verb->footer(
      "What changed since the last check is checked first. Differences come first, each with its passages and a picture of what the\n"
      "figures may stand for; findings that were judged \"ignore\" are left out.\n"
      "Example:\n"
      "  attest report facts.db -o report.html --severity high,medium");
  verb->callback([options, &status] { status = run_report(*options); });
}

}  // namespace attest::command
