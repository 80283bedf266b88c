#include "check/told_shares.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/trimmed.h"
#include "check/cue.h"
#include "check/document_check.h"
#include "check/share_check.h"
#include "check/told_levels.h"

namespace attest {
namespace {

/// What a share is told of, and how sure that is.
struct ToldShare {
  const CheckedFact* part = nullptr;
  const CheckedFact* whole = nullptr;
  bool surely = false;  ///< No other two can be meant.
};

bool is_share(const CheckedFact& fact) { return fact.role == FactRole::kShare && fact.figure().value; }

bool may_be_part(const CheckedFact& part, const CheckedFact& whole) {
  return is_level(part) && is_level(whole) && part.unit == whole.unit && part.unit != "1" &&
         part.figure().quantity == whole.figure().quantity;
}

/// Room for "about", "just over", "more than", and for nothing else.
bool may_be_hedge(std::string_view words) {
  constexpr std::ptrdiff_t kWords = 2;
  const std::string_view hedge = trimmed(words);
  return hedge.empty() || std::count(hedge.begin(), hedge.end(), ' ') < kWords;
}

/// "[40%] of the [$300 million]", "[10 percent] of its workforce of [12,000]": a few words of one phrase, the first of them "of".
bool leads_to_whole(std::string_view words) {
  constexpr std::ptrdiff_t kFewWords = 7;
  const bool one_phrase = words.find_first_of(",;:()") == std::string_view::npos && words.find(" and ") == std::string_view::npos;
  return words.starts_with("of") && one_phrase && std::count(words.begin(), words.end(), ' ') < kFewWords;
}

/// "[$120 million], or about [40%]": the share tells of the amount before it, and of nothing else.
bool leads_to_share(std::string_view words, const CheckPolicy& policy) {
  constexpr std::ptrdiff_t kFewWords = 6;
  const auto cue = find_cue(words, Cue::kThatIs, policy);
  if (!cue || !may_be_hedge(words.substr(cue->bytes.end))) return false;
  const std::string_view before = words.substr(0, cue->bytes.begin);
  return std::count(before.begin(), before.end(), ',') <= 1 && std::count(before.begin(), before.end(), ' ') <= kFewWords;
}

/// Nothing but a comma behind a few words for what the part is of: "[1,200] jobs, about [10 percent]".
bool stands_behind(std::string_view words) {
  constexpr std::ptrdiff_t kFewWords = 3;
  const std::size_t comma = words.find(',');
  if (comma == std::string_view::npos) return false;
  const std::string_view part_of = words.substr(0, comma);
  return std::count(part_of.begin(), part_of.end(), ' ') < kFewWords && may_be_hedge(words.substr(comma + 1));
}

/// The facts around a share, in the order of the text.
struct Around {
  const CheckedFact* before_last = nullptr;
  const CheckedFact* last = nullptr;
  const CheckedFact* next = nullptr;
  const CheckedFact* after_next = nullptr;
};

Around around(std::size_t index, const CheckedDocument& document) {
  const auto at = [&](std::ptrdiff_t places) -> const CheckedFact* {
    const std::ptrdiff_t place = static_cast<std::ptrdiff_t>(index) + places;
    if (place < 0 || static_cast<std::size_t>(place) >= document.facts.size()) return nullptr;
    const CheckedFact& fact = document.facts[static_cast<std::size_t>(place)];
    return fact.sentence == document.facts[index].sentence ? &fact : nullptr;
  };
  return {at(-2), at(-1), at(1), at(2)};
}

/// "$120 million, or [40%] of the $300 million".
std::optional<ToldShare> between_both(const CheckedFact& share, const Around& near, const CheckedDocument& document,
                                      const CheckPolicy& policy) {
  if (near.last == nullptr || near.next == nullptr || !may_be_part(*near.last, *near.next)) return std::nullopt;
  if (!leads_to_whole(words_between(share, *near.next, document))) return std::nullopt;
  const std::string_view to_share = words_between(*near.last, share, document);
  const bool told = leads_to_share(to_share, policy);
  if (!told && !stands_behind(to_share)) return std::nullopt;
  const bool nothing_between = to_share.starts_with(',');
  return ToldShare{near.last, near.next, (told || nothing_between) && counts_the_same(*near.last, *near.next)};
}

/// "[40%] of the $300 million it needs, or $120 million".
std::optional<ToldShare> before_both(const CheckedFact& share, const Around& near, const CheckedDocument& document,
                                     const CheckPolicy& policy) {
  if (near.next == nullptr || near.after_next == nullptr || !may_be_part(*near.after_next, *near.next)) return std::nullopt;
  const bool told = leads_to_whole(words_between(share, *near.next, document)) &&
                    leads_to_share(words_between(*near.next, *near.after_next, document), policy);
  return told ? std::optional(ToldShare{near.after_next, near.next, true}) : std::nullopt;
}

/// "7.1 million of 11.3 million voters, or [63%]".
std::optional<ToldShare> behind_both(const CheckedFact& share, const Around& near, const CheckedDocument& document,
                                     const CheckPolicy& policy) {
  if (near.before_last == nullptr || near.last == nullptr || !may_be_part(*near.before_last, *near.last)) return std::nullopt;
  const std::string_view to_share = words_between(*near.last, share, document);
  if (!leads_to_share(to_share, policy) && !to_share.ends_with('(')) return std::nullopt;
  if (!leads_to_whole(words_between(*near.before_last, *near.last, document))) return std::nullopt;
  return ToldShare{near.before_last, near.last, true};
}

/// "Of 1,200 flights, 300 were cancelled (25%) and 400 delayed ([33%])".
std::optional<ToldShare> of_sentence_total(std::size_t index, const Around& near, const CheckedDocument& document,
                                           const CheckPolicy& policy) {
  const CheckedFact& share = document.facts[index];
  const CheckedFact* whole = &share;
  for (std::size_t i = index; i-- > 0 && document.facts[i].sentence == share.sentence;) whole = &document.facts[i];
  if (near.last == nullptr || near.last == whole || !may_be_part(*near.last, *whole)) return std::nullopt;
  const std::string_view to_share = words_between(*near.last, share, document);
  const Span lead{share.sentence.begin, whole->row.figure.bytes.begin};
  const std::string_view before = lead.begin < lead.end ? trimmed(lead.of(document.text)) : std::string_view();
  const bool told = (before == "Of" || before == "Of the") && (to_share.ends_with('(') || leads_to_share(to_share, policy));
  return told ? std::optional(ToldShare{near.last, whole, near.before_last == whole}) : std::nullopt;
}

/// "It sold 412,000 cars. Exports made up 112,000 of these, or [27%]."
std::optional<ToldShare> of_sentence_before(std::size_t index, const Around& near, const CheckedDocument& document,
                                            const CheckPolicy& policy) {
  const CheckedFact& share = document.facts[index];
  if (near.last == nullptr || !leads_to_share(words_between(*near.last, share, document), policy)) return std::nullopt;
  const CheckedFact* const whole = whole_before(index - 1, document, policy);
  return whole == nullptr ? std::nullopt : std::optional(ToldShare{near.last, whole, false});
}

std::optional<ToldShare> told_share(std::size_t index, const CheckedDocument& document, const CheckPolicy& policy) {
  const CheckedFact& share = document.facts[index];
  const Around near = around(index, document);
  if (auto told = between_both(share, near, document, policy)) return told;
  if (auto told = before_both(share, near, document, policy)) return told;
  if (auto told = behind_both(share, near, document, policy)) return told;
  if (auto told = of_sentence_total(index, near, document, policy)) return told;
  return of_sentence_before(index, near, document, policy);
}

bool is_known(const Finding& finding, const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& other) { return other.id == finding.id; });
}

}  // namespace

const CheckedFact* whole_before(std::size_t index, const CheckedDocument& document, const CheckPolicy& policy) {
  const CheckedFact& part = document.facts[index];
  const Span own = part.sentence;
  Span previous;
  for (std::size_t i = index; i-- > 0;) {
    const CheckedFact& fact = document.facts[i];
    if (fact.sentence == own) continue;
    if (previous.size() != 0 && fact.sentence != previous) return nullptr;
    previous = fact.sentence;
    if (may_be_part(part, fact) && counts_the_same(part, fact) && !is_base(fact, document, policy)) return &fact;
  }
  return nullptr;
}

void check_told_shares(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < document.facts.size(); ++i) {
    if (!is_share(document.facts[i])) continue;
    const auto told = told_share(i, document, policy);
    if (!told) continue;
    auto finding = share_finding(document.facts[i], *told->part, *told->whole, told->surely);
    const bool counts = finding && (finding->verdict == Verdict::kHolds || told->surely);
    if (counts && !is_known(*finding, findings)) findings.push_back(std::move(*finding));
  }
}

}  // namespace attest
