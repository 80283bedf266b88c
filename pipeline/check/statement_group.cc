#include "check/statement_group.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "check/comparability.h"
#include "check/document_check.h"
#include "check/statement_wording.h"
#include "check/wording.h"

namespace attest {
namespace {

/// So many of a finding's statements are told; more add nothing for a reader.
constexpr std::size_t kMostMembers = 60;
/// Figures that lie farther apart seldom are two statements of one thing, unless one of them slipped by a power of ten.
constexpr double kFarApart = 0.5;
constexpr double kFarApartInCompany = 0.05;
/// Within so many days a forecaster seldom publishes two forecasts.
constexpr int kOneForecast = 31;

std::vector<StatedBy> statements_of(const SourcedFacts& facts) {
  std::vector<StatedBy> statements;
  for (const SourcedFact* one : facts) {
    if (statements.size() == kMostMembers) break;
    statements.push_back({one->source.key, one->source.publisher, one->fact.fact().attribution.name});
  }
  return statements;
}

SourcedFacts sorted(SourcedFacts facts) {
  std::sort(facts.begin(), facts.end(), in_text_order);
  return facts;
}

/// Who writes two numbers into one sentence means two things.
bool in_one_sentence(const SourcedFact& a, const SourcedFact& b) {
  return a.source.key == b.source.key && a.fact.row.figure.sentence_chars == b.fact.row.figure.sentence_chars;
}

/// "Exports to Peru" and "imports from Chile": one flow under its two names, as each side counts it.
bool are_mirrored(const CheckedFact& a, const CheckedFact& b) {
  const bool names = a.fact().measure_id != b.fact().measure_id && a.measure.starts_with("trade.");
  return names && a.has_flow() && b.has_flow() && same_flow(a, b);
}

/// Long after, a rate of growth may be counted from another time; its base is seldom told.
bool may_be_of_one_base(const SourcedFact& a, const SourcedFact& b) {
  constexpr int kOneReport = 10;
  const bool rates = a.fact.role == FactRole::kChange && a.fact.fact().measure_id.empty();
  return !rates || published_within(a, b, kOneReport);
}

bool fits_cut_off(const CheckedFact& a, const CheckedFact& b) {
  return (a.cut_off && touch(*a.cut_off, b.interval) == Touch::kOverlap) || (b.cut_off && touch(a.interval, *b.cut_off) == Touch::kOverlap);
}

bool is_hedged(const SourcedFacts& facts) {
  return std::all_of(facts.begin(), facts.end(), [](const SourcedFact* one) { return one->fact.figure().bound != Bound::kExact; });
}

/// The same digits with another scale: "million" for "billion".
bool is_slip_of_scale(const CheckedFact& a, const CheckedFact& b) {
  const Decimal first = a.value().normalised();
  const Decimal second = b.value().normalised();
  return first.mantissa() == second.mantissa() && first.exponent() != second.exponent() && significant_digits(a) >= 3;
}

/// Companies tell many profits of a year: of the parent, of the group, before one thing or another.
bool is_of_company(const CheckedFact& fact) { return fact.one_figure && fact.fact().measure_id.starts_with("company."); }

bool are_far(const CheckedFact& a, const CheckedFact& b) {
  const double far = is_of_company(a) ? kFarApartInCompany : kFarApart;
  return relative_gap(a.value(), b.value()) > far && !is_slip_of_scale(a, b);
}

/// Exports of the one told as imports of the other are two authorities' view of one flow.
CheckKind check_of(const SourcedFacts& facts) {
  const std::string& first = facts.front()->fact.measure;
  const bool mirrored = first.starts_with("trade.") && std::any_of(facts.begin(), facts.end(), [&](const SourcedFact* one) {
                          return one->fact.measure != first && one->fact.has_flow();
                        });
  return mirrored ? CheckKind::kMirror : CheckKind::kSameFigure;
}

bool says_document(const SourcedFacts& facts, std::int64_t key) {
  return std::any_of(facts.begin(), facts.end(), [&](const SourcedFact* one) { return one->source.key == key; });
}

std::size_t documents_of(const SourcedFacts& facts) {
  std::set<std::int64_t> keys;
  for (const SourcedFact* one : facts) keys.insert(one->source.key);
  return keys.size();
}

void append_pair(const SourcedFact* first, const SourcedFacts& others, TopicFindings& found) {
  for (const SourcedFact* other : others) {
    if (other->source.key == first->source.key) continue;
    found.pairs.emplace_back(first, other);
    return;
  }
}

Severity severity_of(Verdict verdict, CheckKind check, bool hedged) {
  if (verdict == Verdict::kPossible || check == CheckKind::kMirror || hedged) return Severity::kMedium;
  return Severity::kHigh;
}

}  // namespace

bool in_text_order(const SourcedFact* a, const SourcedFact* b) {
  return std::tie(a->source.uri, a->fact.row.number) < std::tie(b->source.uri, b->fact.row.number);
}

bool published_within(const SourcedFact& a, const SourcedFact& b, int days) {
  const auto first = parse_iso_date(a.source.published);
  const auto second = parse_iso_date(b.source.published);
  return !first || !second || std::abs(first->number() - second->number()) <= days;
}

bool is_long_past(const SourcedFact& one) {
  constexpr int kRecent = 100;
  const auto published = parse_iso_date(one.source.published);
  return one.fact.period && published && published->number() - one.fact.period->end.number() > kRecent;
}

bool near_duplicates(const SourcedFact& a, const SourcedFact& b, const TopicContext& context) {
  const TextSketch* first = context.sketch(a.source.key);
  const TextSketch* second = context.sketch(b.source.key);
  return first != nullptr && second != nullptr && containment(*first, *second) >= kNearDuplicate;
}

void StatementGroup::report(Contradiction contradiction, TopicFindings& found) const {
  if (contradiction != Contradiction::kNone) {
    report_agreements(found);
    return report_differences(contradiction, {}, found);
  }
  if (facts_.size() < 2) return;
  for (const Reading& reading : readings_of(facts_)) agree(reading, found);
}

void StatementGroup::report_agreements(TopicFindings& found) const {
  if (facts_.size() < 2) return;
  const std::vector<Reading> readings = readings_of(facts_);
  for (const Reading& reading : readings) agree(with_hedged(reading, readings), found);
}

namespace {

std::string first_word(const std::string& quote) { return quote.substr(0, quote.find_first_of(" \n-")); }

/// Sentences that give both numbers each mean two things by them.
bool give_both(const SourcedFact& a, const SourcedFact& b, const TopicContext& context) {
  return context.sentence(a).find(first_word(b.fact.quote())) != std::string::npos &&
         context.sentence(b).find(first_word(a.fact.quote())) != std::string::npos;
}

}  // namespace

/// Two forecasts contradict each other only where one body makes both at about the same time.
bool StatementGroup::contradict(const SourcedFact& a, const SourcedFact& b, const Terms& terms) const {
  if (!same_flow(a.fact, b.fact) || a.fact.value() == b.fact.value() || !may_be_of_one_base(a, b)) return false;
  if (in_one_sentence(a, b) && !are_mirrored(a.fact, b.fact)) return false;
  if (terms.loose && give_both(a, b, context_)) return false;
  if (!terms.ignore_qualifiers && terms.qualifiers.at(&a) != terms.qualifiers.at(&b)) return false;
  const bool of_trade = a.fact.measure.starts_with("trade.");
  if (terms.ignore_qualifiers && of_trade && context_.accounts(a) != context_.accounts(b)) return false;
  if (a.fact.status != StatusClass::kForecast) return true;
  if (!published_within(a, b, kOneForecast)) return false;
  const std::string& authority = a.fact.fact().attribution.name;
  if (authority != b.fact.fact().attribution.name) return false;
  return !authority.empty() || a.source.key == b.source.key || near_duplicates(a, b, context_);
}

/// How the readings lie to each other, by what their statements may stand for at most.
Touch StatementGroup::farthest(const Reading& a, const Reading& b, const Terms& terms) const {
  Touch touching = Touch::kOverlap;
  for (const SourcedFact* x : a.facts) {
    for (const SourcedFact* y : b.facts) {
      if (terms.loose && (says_document(a.facts, y->source.key) || says_document(b.facts, x->source.key))) continue;
      const Touch one = touch(x->fact.interval, y->fact.interval);
      if (one == Touch::kOverlap || !contradict(*x, *y, terms)) continue;
      if (one == Touch::kApart && !fits_cut_off(x->fact, y->fact)) return one;
      touching = Touch::kPoint;
    }
  }
  return touching;
}

/// The readings that differ from each other and all lie near to each other, or all far.
StatementGroup::Difference StatementGroup::difference_of(const std::vector<Reading>& readings, const Terms& terms) const {
  Difference difference;
  const auto fits = [&](const Reading& one, const Reading& other) {
    return &one == &other || are_far(one.facts.front()->fact, other.facts.front()->fact) == terms.far;
  };
  const auto fits_all = [&](const Reading& one) {
    return std::all_of(difference.readings.begin(), difference.readings.end(), [&](const Reading* other) { return fits(one, *other); });
  };
  const auto add = [&](const Reading& one) {
    const auto& known = difference.readings;
    if (std::find(known.begin(), known.end(), &one) == known.end()) difference.readings.push_back(&one);
  };
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (std::size_t j = i + 1; j < readings.size(); ++j) {
      if (!fits(readings[i], readings[j]) || !fits_all(readings[i]) || !fits_all(readings[j])) continue;
      const Touch touching = farthest(readings[i], readings[j], terms);
      if (touching == Touch::kOverlap) continue;
      add(readings[i]);
      add(readings[j]);
      if (difference.worst != Touch::kApart) difference.worst = touching;
    }
  }
  return difference;
}

void StatementGroup::report_differences(Contradiction contradiction, const std::string& reason, TopicFindings& found) const {
  report_with({}, contradiction, reason, found);
}

void StatementGroup::report_loose_differences(Contradiction contradiction, const std::string& reason, TopicFindings& found) const {
  Terms terms;
  terms.loose = true;
  report_with(std::move(terms), contradiction, reason, found);
}

namespace {

/// Who is named for a figure, beside those that it is about.
std::string outside_authority(const SourcedFact& one) {
  const std::string& name = one.fact.fact().attribution.name;
  const std::vector<std::string>& parties = one.fact.fact().parties;
  const bool party = std::find(parties.begin(), parties.end(), name) != parties.end();
  return party ? std::string() : name;
}

/// A writer who gives both numbers mostly means two things, unless somebody else is named for one of them.
bool differ_by_source(const SourcedFacts& a, const SourcedFacts& b) {
  return std::any_of(a.begin(), a.end(), [&](const SourcedFact* x) {
    return std::any_of(b.begin(), b.end(), [&](const SourcedFact* y) {
      const bool own = !says_document(a, y->source.key) && !says_document(b, x->source.key);
      return own || are_mirrored(x->fact, y->fact) || outside_authority(*x) != outside_authority(*y);
    });
  });
}

Verdict verdict_for(Contradiction contradiction, Touch worst) {
  if (contradiction == Contradiction::kPossible) return Verdict::kPossible;
  return worst == Touch::kApart ? Verdict::kConflict : Verdict::kBoundary;
}

}  // namespace

/// First what surely differs, then what may: figures whose sentences qualify them differently, and those that lie far apart.
void StatementGroup::report_with(Terms terms, Contradiction contradiction, const std::string& reason, TopicFindings& found) const {
  if (readings_of(facts_).size() < 2) return;
  SourcedFacts firm = facts_;
  std::erase_if(firm, [&](const SourcedFact* one) { return context_.has_loose_period(*one); });
  for (const SourcedFact* one : firm) terms.qualifiers[one] = context_.qualifiers(*one);
  const std::vector<Reading> readings = readings_of(std::move(firm));
  Difference near = difference_of(readings, terms);
  if (!near.readings.empty() && tells_revision(near)) {
    found.findings.push_back(
        tell(std::move(near), Verdict::kDifferentScope, "an article tells itself that the one was revised to the other"));
    found.findings.back().severity = Severity::kInfo;
    return;
  }
  if (!near.readings.empty()) {
    if (contradiction == Contradiction::kYes) append_pairs(near, found);
    const bool one_writer = has_one_writer(near);
    const Verdict verdict = one_writer ? Verdict::kPossible : verdict_for(contradiction, near.worst);
    const std::string doubt = one_writer ? "the same article gives both, so that they may count different things" : reason;
    found.findings.push_back(tell(std::move(near), verdict, doubt));
    if (terms.loose) found.findings.back().severity = Severity::kMedium;
    if (one_writer) found.findings.back().severity = Severity::kInfo;
    return;
  }
  if (contradiction != Contradiction::kYes || terms.loose) return;
  terms.ignore_qualifiers = true;
  Difference qualified = difference_of(readings, terms);
  if (!qualified.readings.empty() && is_told_apart(qualified)) return;
  if (!qualified.readings.empty()) {
    const std::string words = qualifiers_in_words(qualified, terms);
    found.findings.push_back(tell(std::move(qualified), Verdict::kPossible, words));
    return;
  }
  terms.ignore_qualifiers = false;
  terms.far = true;
  Difference far = difference_of(readings, terms);
  if (far.readings.empty()) return;
  append_pairs(far, found);
  found.findings.push_back(tell(std::move(far), Verdict::kPossible, "so far apart, they may speak of different things"));
  found.findings.back().severity = Severity::kInfo;
}

bool StatementGroup::has_one_writer(const Difference& difference) {
  const auto& readings = difference.readings;
  return std::none_of(readings.begin(), readings.end(), [&](const Reading* one) {
    return std::any_of(readings.begin(), readings.end(),
                       [&](const Reading* other) { return one != other && differ_by_source(one->facts, other->facts); });
  });
}

/// Who gives both, and qualifies one of them, means two things.
bool StatementGroup::is_told_apart(const Difference& difference) {
  const auto& readings = difference.readings;
  return std::any_of(readings.begin(), readings.end(), [&](const Reading* one) {
    return std::any_of(readings.begin(), readings.end(), [&](const Reading* other) {
      return one != other && std::any_of(one->facts.begin(), one->facts.end(),
                                         [&](const SourcedFact* fact) { return says_document(other->facts, fact->source.key); });
    });
  });
}

/// A sentence with a word for a revision, beside the other number, or in an article that gives it, too.
bool StatementGroup::tells_revision(const Difference& difference) const {
  if (difference.readings.size() != 2) return false;
  const auto revises = [&](const SourcedFact& one, const SourcedFacts& others) {
    if (context_.revisions(one).empty()) return false;
    const std::string sentence = context_.sentence(one);
    return says_document(others, one.source.key) || std::any_of(others.begin(), others.end(), [&](const SourcedFact* other) {
             return sentence.find(" " + first_word(other->fact.quote()) + " ") != std::string::npos;
           });
  };
  const auto some = [&](const SourcedFacts& a, const SourcedFacts& b) {
    return std::any_of(a.begin(), a.end(), [&](const SourcedFact* one) { return revises(*one, b); });
  };
  const SourcedFacts& low = difference.readings.front()->facts;
  const SourcedFacts& high = difference.readings.back()->facts;
  return some(low, high) || some(high, low);
}

void StatementGroup::append_pairs(const Difference& difference, TopicFindings& found) {
  for (const Reading* one : difference.readings) {
    for (const Reading* other : difference.readings) {
      if (one != other) append_pair(one->facts.front(), other->facts, found);
    }
  }
}

std::string StatementGroup::qualifiers_in_words(const Difference& difference, const Terms& terms) {
  std::set<std::string> words;
  for (const Reading* reading : difference.readings) {
    for (const SourcedFact* one : reading->facts) words.insert(terms.qualifiers.at(one));
  }
  words.erase("");
  std::string all;
  for (const std::string& one : words) all += (all.empty() ? "\"" : " and \"") + one + "\"";
  return "only one side says " + all + ", so that they may count different things";
}

/// What the group is about, for the id: stays the same when another article repeats what others say.
std::string StatementGroup::content_of(const std::vector<const Reading*>& readings) const {
  std::set<std::string> values;
  for (const Reading* reading : readings) values.insert(reading->facts.front()->fact.value().to_string());
  std::string content = key_;
  for (const std::string& value : values) content += "\n" + value;
  return content;
}

Finding StatementGroup::finding_on(CheckKind check, Verdict verdict, SourcedFacts facts,
                                   const std::vector<const Reading*>& readings) const {
  facts = sorted(std::move(facts));
  if (facts.size() > kMostMembers) facts.resize(kMostMembers);
  std::vector<RoleFact> members;
  for (const SourcedFact* one : facts) members.push_back({&one->fact, "figure"});
  Finding finding = make_finding(check, verdict, members);
  set_id(finding, content_of(readings));
  finding.independent_sources = independent_sources(statements_of(facts), context_.sketch);
  return finding;
}

void StatementGroup::agree(const Reading& reading, TopicFindings& found) const {
  if (reading.facts.size() < 2) return;
  Finding finding = finding_on(check_of(reading.facts), Verdict::kAgree, reading.facts, {&reading});
  const SourcedFacts told = sorted(reading.facts);
  finding.summary = subject_in_words(told.front()->fact) + ": " + statements_in_words(told) + " agree; " + sources_in_words(finding, told);
  finding.arithmetic = "all may stand for " + amount(reading.common, told.front()->fact.unit);
  report_dependence(finding, told, found);
  found.findings.push_back(std::move(finding));
  append_pair(reading.facts.front(), reading.facts, found);
  append_pair(reading.facts.back(), reading.facts, found);
}

/// Articles of several publishers that are one source are told as such: one authority stands behind them, or one text.
void StatementGroup::report_dependence(const Finding& agreement, const SourcedFacts& told, TopicFindings& found) const {
  const std::string& authority = told.front()->fact.fact().attribution.name;
  if (agreement.independent_sources > 1 || documents_of(told) < 2) return;
  const bool one_publisher = std::all_of(told.begin(), told.end(), [&](const SourcedFact* one) {
    return !one->source.publisher.empty() && one->source.publisher == told.front()->source.publisher;
  });
  const bool one_authority = !authority.empty() && std::all_of(told.begin(), told.end(), [&](const SourcedFact* one) {
    return one->fact.fact().attribution.name == authority;
  });
  if (one_publisher) return;
  Finding finding = agreement;
  finding.check = CheckKind::kIndependence;
  finding.verdict = Verdict::kNotIndependent;
  set_id(finding, agreement.id);
  finding.summary = std::to_string(documents_of(told)) + " articles give the same figure, " +
                    (one_authority ? "all of them from " + authority : "in much the same words") + ": one source, not a confirmation (" +
                    subject_in_words(told.front()->fact) + ")";
  finding.arithmetic.clear();
  found.findings.push_back(std::move(finding));
}

/// The texts' own word for it, where one of them says that a figure was or may be revised.
std::string StatementGroup::revision_in_words(const SourcedFacts& facts) const {
  for (const SourcedFact* one : facts) {
    const std::string words = context_.revisions(*one);
    if (!words.empty()) return "; the sentence of " + stated(one->fact) + " says \"" + words + "\"";
  }
  return {};
}

Finding StatementGroup::tell(Difference difference, Verdict verdict, const std::string& reason) const {
  std::vector<const Reading*>& readings = difference.readings;
  std::sort(readings.begin(), readings.end(),
            [](const Reading* a, const Reading* b) { return a->facts.front()->fact.value() < b->facts.front()->fact.value(); });
  SourcedFacts all;
  std::vector<std::string> sides;
  for (const Reading* reading : readings) {
    const SourcedFacts told = sorted(verdict == Verdict::kDifferentScope ? reading->facts : disputed_of(*reading, readings));
    sides.push_back(statements_in_words(told));
    all.insert(all.end(), told.begin(), told.end());
  }
  Finding finding = finding_on(check_of(all), verdict, all, readings);
  const bool hedged = std::any_of(readings.begin(), readings.end(), [](const Reading* one) { return is_hedged(one->facts); });
  finding.severity = severity_of(verdict, finding.check, hedged);
  const CheckedFact& low = readings.front()->facts.front()->fact;
  const CheckedFact& high = readings.back()->facts.front()->fact;
  finding.gap = relative_gap(low.value(), high.value());
  finding.summary = subject_in_words(low.period ? low : high) + ": " +
                    differing_in_words(sides, readings.front()->facts.size() > 1, low, high) + (reason.empty() ? "" : "; " + reason) +
                    revision_in_words(all) + explanation_of(sorted(all));
  finding.arithmetic = gap_in_numbers(low, high, verdict == Verdict::kBoundary);
  return finding;
}

void StatementGroup::report_scope(const std::string& difference, TopicFindings& found) const {
  const std::vector<Reading> readings = readings_of(facts_);
  if (readings.size() < 2) return;
  Difference all;
  for (const Reading& reading : readings) all.readings.push_back(&reading);
  Finding finding = tell(std::move(all), Verdict::kDifferentScope, difference);
  finding.severity = Severity::kInfo;
  found.findings.push_back(std::move(finding));
}

void report_agreement(const SourcedFacts& facts, const std::string& key, const TopicContext& context, TopicFindings& found) {
  if (facts.size() < 2) return;
  std::set<std::string> ids;
  for (const SourcedFact* one : facts) ids.insert(one->fact.row.fact_id);
  for (const Finding& known : found.findings) {
    std::size_t shared = 0;
    for (const FindingMember& member : known.members) shared += ids.contains(member.fact_id) ? 1U : 0U;
    if (shared == ids.size()) return;
  }
  StatementGroup(facts, key, context).report(Contradiction::kNone, found);
}

}  // namespace attest
