// Whom words mean that stand for who was named: "it", "they", "the two countries", "the sides".
#include "fact/agreement_party_search.h"

namespace attest {
namespace {

constexpr std::array<std::string_view, 2> kOpeningPronouns = {"which", "who"};

void add_once(const std::string& party, std::vector<std::string>& parties) {
  if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(party);
}

}  // namespace

/// "Norvale, which had signed": who stands right before the relative pronoun that opens the clause.
const PartyCue* AgreementParties::antecedent(const TokenView& view, std::span<const PartyCue> earlier, std::uint32_t clause) {
  if (clause == 0 || earlier.empty() || !is_one_of(view.word(clause - 1), kOpeningPronouns)) return nullptr;
  if (earlier.back().kind == PartyCue::Kind::kDemonym) return nullptr;  // "the only Arab state which signed"
  constexpr std::uint32_t kComma = 2;
  return earlier.back().tokens.end + kComma >= clause ? &earlier.back() : nullptr;
}

/// "Norvale officials said he hoped to sign": it is somebody else who hopes.
bool AgreementParties::only_person_speaks(const TokenView& view, TokenRange before, TokenRange clause) const {
  constexpr std::array<std::string_view, 2> kPersons = {"he", "she"};
  if (clause.begin == clause.end || !is_one_of(view.word(clause.begin), kPersons)) return false;
  constexpr std::uint32_t kLongest = 3;
  const auto cues = cues_->within(before);
  if (cues.empty()) return false;
  const std::uint32_t limit = std::min(before.end, cues.back().tokens.end + kLongest);
  for (std::uint32_t i = cues.back().tokens.end; i < limit; ++i) {
    if (speakers_.at(view, i, limit) && sayings_.at(view, i + 1, before.end)) return true;
  }
  return false;
}

/// "Norvale said Ludlow is the country which signed": a relative clause tells of somebody in what is said, not of who says it. Where
/// that begins; else where the sentence does.
std::uint32_t AgreementParties::relative_clause_floor(const TokenView& view, TokenRange before) const {
  if (before.begin == before.end || !is_one_of(view.word(before.end - 1), kOpeningPronouns)) return before.begin;
  for (std::uint32_t end = before.end; end > before.begin; --end) {
    if (const auto saying = sayings_.ending_at(view, end, before.begin); saying && !cues_->within({end, before.end}).empty()) return end;
  }
  return before.begin;
}

/// How many a word means that stands for who was named before; "" where it does not: "the companies" do, "companies" are any.
std::string_view AgreementParties::reference_number(const TokenView& view, std::uint32_t token, TokenRange clause) const {
  const auto reference = self_references_.at(view, token, clause.end);
  if (!reference) return {};
  const bool any = reference->cell(0) == "group" && (token == clause.begin || function_class(view, token - 1) != "determiner");
  return any ? std::string_view() : reference->cell(0);
}

/// "the two countries signed", "the parties also signed": who was spoken of together, or who has concluded an agreement; nothing where a
/// clause speaks of one.
std::optional<std::span<const std::string>> AgreementParties::sides_meant(const TokenView& view, TokenRange clause,
                                                                          TokenRange sentence) const {
  const bool they = clause.begin == sentence.begin && clause.begin < clause.end && equal_in_any_case(view.word(clause.begin), "they");
  if (they) return focus_;
  std::optional<std::uint32_t> group;
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
    const std::string_view number = reference_number(view, i, clause);
    if (number == "two") return meant_by(view, i + 1, clause);
    if (number == "sides" && !sides_.empty()) return sides_;
    if (number == "sides") return focus_.empty() ? countries_ : focus_;
    if (number == "group" && !group) group = i;
  }
  if (!group) return std::nullopt;
  return meant_by(view, *group, clause);
}

/// "companies" are bodies; other words mean whom the text spoke of together.
std::span<const std::string> AgreementParties::meant_by(const TokenView& view, std::uint32_t noun, TokenRange clause) const {
  const auto reference = noun < clause.end ? self_references_.at(view, noun, clause.end) : std::nullopt;
  if (reference && reference->cell(1) == "body" && !bodies_.empty()) return bodies_;
  if (reference && reference->cell(1) == "state" && !focus_on_countries_ && !countries_.empty()) return countries_;
  if (!focus_.empty()) return focus_;
  return sides_.empty() ? countries_ : sides_;
}

/// The two bodies that a sentence names, whatever it says of them.
void AgreementParties::hear_bodies(const TokenView& view, TokenRange sentence) {
  std::vector<std::string> named;
  const auto cues = cues_->within(sentence);
  for (auto cue = cues.begin(); cue != cues.end(); ++cue) {
    if (cue->kind != PartyCue::Kind::kOrganisation || cue->id.empty() || cue->reports || describes_next(view, cue, cues.end())) continue;
    if (std::find(named.begin(), named.end(), cue->id) == named.end()) named.push_back(cue->id);
  }
  if (named.size() == 2) bodies_ = std::move(named);
}

/// The two countries that a sentence names, whatever bodies it names beside them.
void AgreementParties::hear_countries(const TokenView& view, TokenRange sentence) {
  std::vector<std::string> named = countries_within(sentence);
  if (named.empty()) named = hosts_within(view, sentence);
  if (named.size() == 2) countries_ = std::move(named);
}

/// "X said it signed": the subject of the sentence; "the two countries signed": who was spoken of together before.
void AgreementParties::meant_by_pronoun(const TokenView& view, TokenRange clause, TokenRange sentence, Search& search) const {
  if (const auto sides = sides_meant(view, clause, sentence)) return add_all(*sides, search);
  const auto earlier = cues_->within({sentence.begin, clause.begin});
  if (const PartyCue* cue = antecedent(view, earlier, clause.begin)) return add(view, *cue, search);
  if (only_person_speaks(view, {sentence.begin, clause.begin}, clause)) return;
  const std::uint32_t told = relative_clause_floor(view, {sentence.begin, clause.begin});
  if (const PartyCue* cue = subject_among(view, {told, clause.begin}, false)) {
    if (const TokenRange name = described_name(view, *cue, clause.begin); name.begin < name.end) return add_name(view, name, search);
    add(view, *cue, search);
    for (std::uint32_t i = clause.begin; i < clause.end; ++i) {  // "Norvale and Ludlow said on Monday they signed"
      if (equal_in_any_case(view.word(i), "they")) return add_joined(view, *cue, clause.begin, search);
    }
    return;
  }
  if (add_speaker(view, {sentence.begin, clause.begin}, search)) return;
  const bool they = clause.begin < clause.end && equal_in_any_case(view.word(clause.begin), "they");
  if (!they || focus_.empty()) return add_topic_before(search);
  for (const std::string& party : focus_) search.set.parties.push_back(party);  // "Moss and Kestrel said they had signed": two persons
}

/// The countries that a stretch of text names, by name or by their people's adjective, each once.
std::vector<std::string> AgreementParties::countries_within(TokenRange range) const {
  std::vector<std::string> named;
  for (const PartyCue& cue : cues_->within(range)) {
    const bool country = cue.kind == PartyCue::Kind::kCountry || cue.kind == PartyCue::Kind::kDemonym;
    if (country && !cue.country.empty()) add_once(cue.country, named);
  }
  return named;
}

/// A country or region that the name of an event spells: its code or, for a region, its name; "" where none stands there.
std::string AgreementParties::host_at(const TokenView& view, std::uint32_t token, std::uint32_t limit) const {
  if (const auto demonym = demonyms_.at(view, token, limit)) return std::string(demonym->cell(0));
  const auto place = places_.at(view, token, limit);
  if (!place) return {};
  const std::string_view type = place->cell(1);
  if (type == "country") return std::string(place->cell(2));
  return type == "region" ? std::string(view.passage(place->tokens)) : std::string();
}

/// The same, where it ends before a token.
std::string AgreementParties::host_ending_at(const TokenView& view, std::uint32_t token, std::uint32_t floor) const {
  if (const auto demonym = demonyms_.ending_at(view, token, floor)) return std::string(demonym->cell(0));
  const auto place = places_.ending_at(view, token, floor);
  return place ? host_at(view, place->tokens.begin, token) : std::string();
}

/// "during the Chile-Peru Business Forum": the two whom the name of an event joins.
std::vector<std::string> AgreementParties::hosts_within(const TokenView& view, TokenRange sentence) const {
  for (std::uint32_t i = sentence.begin + 1; i + 1 < sentence.end; ++i) {
    const bool joint = view.word(i) == "-" || view.word(i) == "–";
    if (!joint || persons_->covering(i) == nullptr) continue;
    std::string first = host_ending_at(view, i, sentence.begin);
    std::string second = host_at(view, i + 1, sentence.end);
    if (!first.empty() && !second.empty()) return {std::move(first), std::move(second)};
  }
  return {};
}

/// "the two countries", "the sides" right before the verb, auxiliaries and adverbs aside.
bool AgreementParties::ends_with_sides(const TokenView& view, TokenRange clause) const {
  std::uint32_t end = clause.end;
  while (end > clause.begin && (function_class(view, end - 1) == "auxiliary" || function_class(view, end - 1) == "adverb")) --end;
  const auto reference = self_references_.ending_at(view, end, clause.begin);
  if (!reference || reference->cell(1) == "body") return false;
  const std::string_view number = reference_number(view, reference->tokens.begin, clause);
  return number == "two" || number == "sides" || number == "group";
}

/// "During the visit of Chile's president to Peru, the sides signed": the two whom the sentence itself names before their verb.
bool AgreementParties::add_sides_named(const TokenView& view, TokenRange clause, TokenRange sentence, Search& search) const {
  if (!ends_with_sides(view, clause)) return false;
  const std::vector<std::string> pair = countries_within({sentence.begin, clause.end});
  if (pair.size() != 2) return false;
  add_all(pair, search);
  return true;
}

}  // namespace attest
