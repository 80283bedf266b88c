// Ranks against values: "A with 43.8, followed by B with 22.7", "15.5%, behind Italy's 24.5%", "second-largest, just behind C (13.3)".
#include <algorithm>

#include "check/comparability.h"
#include "check/cue.h"
#include "check/document_check.h"
#include "check/wording.h"

namespace attest {
namespace {

/// How far before the cue the value that is ranked may stand, in bytes: the sentence before.
constexpr std::uint32_t kReach = 400;
constexpr std::uint32_t kCueToFigure = 60;

bool is_ranked(const CheckedFact& fact) { return fact.role == FactRole::kLevel || fact.role == FactRole::kShare; }

/// The same measure of other parties, at the same time.
bool are_rivals(const CheckedFact& a, const CheckedFact& b) {
  if (!is_ranked(a) || a.role != b.role || a.unit != b.unit || a.status != b.status || a.parties == b.parties) return false;
  // "third was Kazakhstan with 3.4 ... followed by the capital's region with 5": the trade with a partner, and that of a part of one.
  if (a.parties.empty() || a.parties.size() != b.parties.size() || !same_measure(a, b) || a.thing != b.thing) return false;
  return same_period(a, b) || (!a.period && !b.period);
}

struct Ranking {
  std::vector<const CheckedFact*> descending;  ///< As the text has it.
  const CheckedFact* rank = nullptr;
};

const CheckedFact* rival_before(const CheckedDocument& document, std::size_t place) {
  const CheckedFact& behind = document.facts[place];
  for (std::size_t i = place; i-- > 0;) {
    const CheckedFact& fact = document.facts[i];
    if (behind.row.figure.bytes.begin - fact.row.figure.bytes.end > kReach) break;
    if (are_rivals(fact, behind)) return &fact;
  }
  return nullptr;
}

const CheckedFact* rank_between(const CheckedFact& a, const CheckedFact& b, const CheckedDocument& document) {
  for (const CheckedFact& fact : document.facts) {
    const Span bytes = fact.row.figure.bytes;
    if (fact.role == FactRole::kRank && a.row.figure.bytes.end <= bytes.begin && bytes.end <= b.row.figure.bytes.begin) return &fact;
  }
  return nullptr;
}

/// Everything that follows in the sentence belongs to the ranking: "followed by B with 22.7, C with 13.8 and D with 10.7".
void append_rest(const CheckedDocument& document, std::size_t place, std::vector<const CheckedFact*>& chain) {
  for (std::size_t i = place + 1; i < document.facts.size() && document.facts[i].sentence == document.facts[place].sentence; ++i) {
    if (!are_rivals(document.facts[i], *chain.back())) break;
    chain.push_back(&document.facts[i]);
  }
}

std::optional<Ranking> ranking_at(const CheckedDocument& document, std::size_t place, const CheckPolicy& policy) {
  const CheckedFact& behind = document.facts[place];
  const CheckedFact* before = is_ranked(behind) ? rival_before(document, place) : nullptr;
  if (before == nullptr) return std::nullopt;
  const Span between{std::max(before->row.figure.bytes.end, behind.sentence.begin), behind.row.figure.bytes.begin};
  if (between.begin >= between.end) return std::nullopt;
  const auto cue = find_rank_cue(between.of(document.text), policy);
  if (!cue || between.size() - cue->bytes.end > kCueToFigure) return std::nullopt;
  Ranking ranking;
  ranking.descending = {before, &behind};
  if (cue->cue == Cue::kBehind) {
    std::swap(ranking.descending[0], ranking.descending[1]);
  } else {
    append_rest(document, place, ranking.descending);
  }
  ranking.rank = rank_between(*before, behind, document);
  return ranking;
}

Finding judge(const Ranking& ranking) {
  bool holds = true;
  std::vector<RoleFact> members;
  std::vector<std::string> quotes;
  std::string numbers;
  for (const CheckedFact* fact : ranking.descending) {
    if (!members.empty()) {
      const CheckedFact& larger = *members.back().fact;
      const bool ordered = possibly_over(larger.interval, fact->interval);
      holds &= ordered;
      numbers += ordered ? " > " : " < ";
    }
    members.push_back({fact, members.empty() ? "first" : "next"});
    quotes.push_back(stated(*fact) + " (" + listed(fact->parties) + ")");
    numbers += amount(fact->value(), fact->unit);
  }
  if (ranking.rank != nullptr) members.push_back({ranking.rank, "rank"});
  Finding finding = make_finding(CheckKind::kRank, holds ? Verdict::kHolds : Verdict::kFails, members);
  finding.severity = holds ? Severity::kInfo : Severity::kHigh;
  finding.summary =
      (holds ? "The values have the order that is told: " : "The values differ from the order that is told: ") + listed(quotes);
  finding.arithmetic = numbers;
  return finding;
}

/// Prices and the like are told side by side without an order; shares and measures that name one figure are ranked.
bool may_fail(const Ranking& ranking) {
  return ranking.rank != nullptr || std::all_of(ranking.descending.begin(), ranking.descending.end(),
                                                [](const CheckedFact* fact) { return fact->one_figure || fact->role == FactRole::kShare; });
}

bool contains(const Ranking& ranking, const CheckedFact* fact) {
  return std::find(ranking.descending.begin(), ranking.descending.end(), fact) != ranking.descending.end();
}

/// The last word of the measure's id stands in the rank's phrase or behind it in its sentence: "second-largest partner in both exports and
/// imports".
bool ranks_by(const CheckedFact& rank, const CheckedFact& value, const CheckedDocument& document) {
  const std::string& id = value.measure;
  const std::string_view behind =
      Span{rank.row.figure.bytes.begin, std::max(rank.row.figure.bytes.begin, rank.sentence.end)}.of(document.text);
  const std::vector<std::string> words = content_words(rank.fact().measure + " " + std::string(behind));
  const std::vector<std::string> name = content_words(id.substr(id.rfind('.') + 1));
  return !name.empty() && std::includes(words.begin(), words.end(), name.begin(), name.end());
}

/// Values of the same reporter with other partners that surely are larger; nothing where there is no rival.
std::optional<std::vector<const CheckedFact*>> larger_rivals(const CheckedFact& own, const CheckedDocument& document) {
  std::vector<const CheckedFact*> larger;
  bool some = false;
  for (const CheckedFact& other : document.facts) {
    const bool one_reporter =
        other.parties.size() == own.parties.size() &&
        std::find_first_of(other.parties.begin(), other.parties.end(), own.parties.begin(), own.parties.end()) != other.parties.end();
    if (!one_reporter || other.measure != own.measure || !are_rivals(other, own)) continue;
    some = true;
    if (certainly_over(other.interval, own.interval)) larger.push_back(&other);
  }
  return some ? std::optional(larger) : std::nullopt;
}

/// "China is the second-largest partner" against the values of China and of those before it, of every measure that the rank names.
/// Fewer larger rivals than the rank says are no finding: not all need be told.
void check_rank_values(const CheckedFact& rank, const CheckedDocument& document, std::vector<Finding>& findings) {
  std::vector<RoleFact> members = {{&rank, "rank"}};
  std::vector<std::string> told;
  bool holds = true;
  for (const CheckedFact& own : document.facts) {
    const bool ranked = is_ranked(own) && own.parties.size() > 1 && own.parties == rank.parties && ranks_by(rank, own, document);
    const auto larger = ranked ? larger_rivals(own, document) : std::nullopt;
    if (!larger) continue;
    const Decimal place(static_cast<std::int64_t>(larger->size()) + 1);
    if (place < rank.value()) continue;
    holds &= place == rank.value();
    members.push_back({&own, "value"});
    std::vector<std::string> rivals;
    for (const CheckedFact* one : *larger) {
      members.push_back({one, "larger"});
      rivals.push_back(stated(*one) + " (" + listed(one->parties) + ")");
    }
    told.push_back(stated(own) + (rivals.empty() ? " with none above it" : " behind " + listed(rivals)));
  }
  if (told.empty()) return;
  Finding finding = make_finding(CheckKind::kRank, holds ? Verdict::kHolds : Verdict::kFails, members);
  finding.severity = holds ? Severity::kInfo : Severity::kMedium;
  finding.summary = "The rank stated as \"" + rank.quote() + "\"" + (holds ? " fits " : " differs from ") + listed(told) + " (" +
                    subject_in_words(rank) + ")";
  findings.push_back(std::move(finding));
}

}  // namespace

void check_ranks(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  std::optional<Ranking> last;
  for (std::size_t place = 1; place < document.facts.size(); ++place) {
    if (last && contains(*last, &document.facts[place])) continue;
    auto ranking = ranking_at(document, place, policy);
    if (!ranking) continue;
    Finding finding = judge(*ranking);
    if (finding.verdict == Verdict::kHolds || may_fail(*ranking)) findings.push_back(std::move(finding));
    last = std::move(ranking);
  }
  for (const CheckedFact& rank : document.facts) {
    if (rank.role == FactRole::kRank && rank.interval.is_point() && !rank.parties.empty()) check_rank_values(rank, document, findings);
  }
}

}  // namespace attest
