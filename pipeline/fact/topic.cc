#include "fact/topic.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "base/ascii.h"

namespace attest {
namespace {

// What a mention weighs, by where it stands.
constexpr std::uint32_t kTitlePoints = 8;
constexpr std::uint32_t kLeadPoints = 6;
constexpr std::uint32_t kLeadPlacePoints = 4;  // "in Oslo" where it happens, not who acts
constexpr std::uint32_t kEarlyPoints = 2;
constexpr std::uint32_t kLaterPoints = 1;
constexpr std::uint32_t kMostLater = 6;
constexpr std::uint32_t kSubjectBonus = 2;
constexpr std::uint32_t kAdjectiveLoss = 3;  // "a Russian attack on …"
constexpr std::uint32_t kFewestPoints = 6;

struct Score {
  Party::Kind kind = Party::Kind::kCountry;
  std::uint32_t points = 0;
  std::uint32_t later = 0;
  std::uint32_t first = 0;
  bool opens = false;  // stands in the title or the first sentence
  bool in_title = false;
  bool heads_title = false;
  bool reporter = false;
};

enum class Zone : std::uint8_t { kNone, kTitle, kLead, kEarly, kLater };

bool is_any_word(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "in the Brazilian state", "near Oslo".
bool is_adverbial(const TokenView& view, const Party& party, std::uint32_t begin) {
  constexpr std::uint32_t kReach = 3;
  for (std::uint32_t token = party.tokens.begin; token > begin && party.tokens.begin - token < kReach; --token) {
    const std::string_view before = view.word(token - 1);
    if (is_any_word(before, {"in", "In", "at", "At", "near", "from", "From", "on", "off", "into"})) return true;
    if (!is_any_word(before, {"the", "southern", "northern", "eastern", "western", "central"})) return false;
  }
  return false;
}

// "Foreign direct investment (FDI) in Chad", "inflation in Chad": whose what the sentence tells of is.
bool is_measured_there(const TokenView& view, const Party& party, std::uint32_t begin, FactLexicon& lexicon) {
  if (party.kind == Party::Kind::kOrganisation) return false;  // "a stake in Acme"
  std::uint32_t end = party.tokens.begin;
  while (end > begin && is_any_word(view.word(end - 1), {"the", "in"})) --end;
  if (end == party.tokens.begin || end <= begin) return false;
  while (end > begin && view.word(end - 1) == ")") {
    while (end > begin && view.word(end - 1) != "(") --end;
    if (end > begin) --end;
  }
  return end > begin && lexicon.ending_at(view, FactList::kMeasure, end, begin).has_value();
}

// "…, the agency reports, citing Norvale", "referring to Norvale".
bool is_only_cited(const TokenView& view, const Party& party, std::uint32_t begin) {
  if (party.kind != Party::Kind::kOrganisation || party.tokens.begin < begin + 3) return false;
  const std::uint32_t before = party.tokens.begin - (is_any_word(view.word(party.tokens.begin - 1), {"the", "The"}) ? 2 : 1);
  if (is_any_word(view.word(before), {"citing", "quoting"})) return true;
  return view.word(before) == "to" && is_any_word(view.word(before - 1), {"referring", "reference"});
}

bool speaks(const TokenView& view, const Party& party, TokenRange sentence, FactLexicon& lexicon) {
  const auto speech_at = [&](std::uint32_t token) {
    return token >= sentence.begin && token < sentence.end && lexicon.at(view, FactList::kSpeechVerb, token, sentence.end).has_value();
  };
  if (speech_at(party.tokens.end) || is_only_cited(view, party, sentence.begin)) return true;
  const bool through_report =
      party.tokens.end < sentence.end &&
      is_any_word(view.word(party.tokens.end), {"report", "data", "figures", "survey", "poll", "study", "chief", "official", "officials"});
  if (through_report) return true;
  if (party.tokens.begin == sentence.begin) return false;
  std::uint32_t before = party.tokens.begin - 1;
  if (before > sentence.begin && is_any_word(view.word(before), {"the", "The"})) --before;
  return speech_at(before) || (view.word(before) == "to" && before > sentence.begin &&
                               (speech_at(before - 1) || is_any_word(view.word(before - 1), {"referring", "reference"})));
}

std::uint32_t points_in(Zone zone, bool adverbial, bool subject, bool adjective) {
  switch (zone) {
    case Zone::kTitle:
      if (adjective) return kTitlePoints - kAdjectiveLoss;
      return adverbial ? kTitlePoints - kSubjectBonus : kTitlePoints + (subject ? kSubjectBonus : 0);
    case Zone::kLead:
      if (adjective) return kLeadPoints - kAdjectiveLoss;
      return adverbial ? kLeadPlacePoints : kLeadPoints + (subject ? kSubjectBonus : 0);
    case Zone::kEarly:
      return kEarlyPoints;
    default:
      return kLaterPoints;
  }
}

// Follows the blocks of a document: its title, its first paragraph, the rest.
class Zones {
 public:
  Zone next(const Chart& chart, const Sentence& sentence) {
    const BlockKind kind = chart.text().blocks[sentence.block].kind;
    if (kind == BlockKind::kTitle || kind == BlockKind::kHeading) return paragraphs_ == 0 ? Zone::kTitle : Zone::kLater;
    if (kind != BlockKind::kParagraph && kind != BlockKind::kListItem) return Zone::kNone;
    const bool opens = paragraphs_ == 0 || sentence.block != block_;
    if (opens) ++paragraphs_;
    block_ = sentence.block;
    constexpr std::uint32_t kEarlyParagraphs = 2;
    if (paragraphs_ == 1 && opens) return Zone::kLead;
    return paragraphs_ <= kEarlyParagraphs ? Zone::kEarly : Zone::kLater;
  }

 private:
  std::uint32_t paragraphs_ = 0;
  std::uint32_t block_ = 0;
};

using Scores = std::map<std::string_view, Score>;

// "Dubai's flagship carrier Emirates Airline", "Norwegian oil company Equinor": a country that only describes.
bool describes_organisation(const TokenView& view, const Party& party, const Party* next) {
  constexpr std::uint32_t kReach = 5;  // tokens
  if (next == nullptr || party.kind == Party::Kind::kOrganisation || next->kind != Party::Kind::kOrganisation) return false;
  const bool owns = is_any_word(view.word(party.tokens.end), {"'s", "’s"});
  if ((!owns && !party.adjective) || next->tokens.begin > party.tokens.end + kReach) return false;
  for (std::uint32_t token = party.tokens.end; token < next->tokens.begin; ++token) {
    if (is_any_word(view.word(token), {",", ".", "and", "of", "to", "in"})) return false;
  }
  return true;
}

// "refugees from Chad", "immigrants who were born in Chad" tell of where these live.
bool is_origin(const TokenView& view, const Party& party, std::uint32_t begin, FactLexicon& lexicon) {
  if (party.tokens.begin < begin + 2 || !is_any_word(view.word(party.tokens.begin - 1), {"from", "From"})) return false;
  return lexicon.ending_at(view, FactList::kOriginNoun, party.tokens.begin - 1, begin).has_value();
}

// "China is Peru's largest buyer", "Chad tops the list of foreign investors": it is the other one's story.
bool is_other_end(const TokenView& view, const Party& party, TokenRange sentence, FactLexicon& lexicon) {
  constexpr std::uint32_t kReach = 16;  // tokens from a subject to what it is for another
  if (party.kind == Party::Kind::kOrganisation || party.tokens.begin > sentence.begin + 1) return false;
  for (std::uint32_t token = party.tokens.end; token < std::min(sentence.end, party.tokens.end + kReach); ++token) {
    const auto word = lexicon.at(view, FactList::kReference, token, sentence.end);
    if (word && (word->cell(0) == "buyer" || word->cell(0) == "supplier" || word->cell(0) == "partner")) return true;
    if (is_any_word(view.word(token), {",", "to", "with", "'s", "’s"}) && token == party.tokens.end) return false;
  }
  return false;
}

// "…, the agency reported on Tuesday in Geneva": where somebody spoke.
bool is_where_spoken(const TokenView& view, const Party& party, std::uint32_t begin, FactLexicon& lexicon) {
  constexpr std::uint32_t kReach = 3;  // tokens: "reported on Tuesday in"
  if (!party.city || party.tokens.begin < begin + 2 || !is_any_word(view.word(party.tokens.begin - 1), {"in", "from"})) return false;
  for (std::uint32_t token = party.tokens.begin - 1; token > begin && party.tokens.begin - token <= kReach + 1; --token) {
    if (lexicon.at(view, FactList::kSpeechVerb, token - 1, party.tokens.begin)) return true;
    if (is_any_word(view.word(token - 1), {",", "."})) return false;
  }
  return false;
}

// "in Norway's Bergen": the country was named right before.
bool is_city_of(const TokenView& view, const Party& party, const Party& before) {
  const bool adjoins = party.city && before.id == party.id && party.tokens.begin == before.tokens.end + 1;
  return adjoins && is_any_word(view.word(before.tokens.end), {"'s", "’s"});
}

// "from Asia to Europe": the ends of a way.
bool is_end_of_way(const TokenView& view, const Party& party, const Party* next, std::uint32_t begin) {
  if (party.kind != Party::Kind::kRegion || party.adjective || party.tokens.begin <= begin) return false;
  const std::string_view before = view.word(party.tokens.begin - 1);
  if (before == "from") return next != nullptr && next->tokens.begin == party.tokens.end + 1 && view.word(party.tokens.end) == "to";
  return before == "to" && party.tokens.begin > begin + 2 && view.word(party.tokens.begin - 3) == "from";
}

// "Peru beats Chile to become the largest trading partner of [Mali]", "[Mali]'s largest trading partner": a text on whose partner it is.
bool is_whose_partner(const TokenView& view, const Party& party, TokenRange sentence, FactLexicon& lexicon) {
  constexpr std::uint32_t kReach = 5;  // tokens: "'s second-largest trading partner"
  const auto is_partner = [&](std::uint32_t token) {
    const auto word = lexicon.at(view, FactList::kReference, token, sentence.end);
    return word && word->cell(0) == "partner";
  };
  if (party.kind == Party::Kind::kOrganisation || party.adjective) return false;
  if (party.tokens.end < sentence.end && is_any_word(view.word(party.tokens.end), {"'s", "’s"})) {
    for (std::uint32_t token = party.tokens.end + 1; token < std::min(sentence.end, party.tokens.end + kReach); ++token) {
      if (is_partner(token)) return true;
    }
  }
  if (party.tokens.begin < sentence.begin + kReach || view.word(party.tokens.begin - 1) != "of") return false;
  for (std::uint32_t token = party.tokens.begin - kReach; token + 1 < party.tokens.begin; ++token) {
    if (is_partner(token)) return true;
  }
  return false;
}

void count(Scores& scores, const TokenView& view, const Party& party, const Party* next, TokenRange sentence, Zone zone,
           FactLexicon& lexicon) {
  Score& score = scores.try_emplace(party.id).first->second;
  if (score.points == 0) score.first = party.tokens.begin;
  score.kind = party.kind;
  score.reporter = score.reporter || party.reporter;
  const bool speaker = speaks(view, party, sentence, lexicon);
  if (speaker && (party.reporter || is_only_cited(view, party, sentence.begin))) return;
  const bool quoted_in_title = speaker && zone == Zone::kTitle && party.kind == Party::Kind::kOrganisation;
  const bool opening = zone == Zone::kTitle || zone == Zone::kLead;
  if (opening && is_other_end(view, party, sentence, lexicon)) zone = Zone::kEarly;
  const bool other_end =  // "Peru's exports to Chile slump" is Peru's story
      zone == Zone::kTitle && party.tokens.begin > sentence.begin && is_any_word(view.word(party.tokens.begin - 1), {"to", "with"});
  const bool lies_there = is_adverbial(view, party, sentence.begin) && !is_measured_there(view, party, sentence.begin, lexicon);
  const bool adverbial = other_end || lies_there;
  constexpr std::uint32_t kSubjectReach = 4;  // tokens before a subject: "Exports of | China", "The"
  const bool subject = party.tokens.begin < sentence.begin + kSubjectReach || (opening && is_whose_partner(view, party, sentence, lexicon));
  const bool describes = lexicon.at(view, FactList::kNameHead, party.tokens.end, sentence.end).has_value();  // "Acme supplier"
  const bool modifies = describes_organisation(view, party, next);
  if (is_where_spoken(view, party, sentence.begin, lexicon) || is_end_of_way(view, party, next, sentence.begin)) return;
  if (zone == Zone::kLater && ++score.later > kMostLater) return;
  if (is_origin(view, party, sentence.begin, lexicon)) return;
  score.points += quoted_in_title || (zone == Zone::kTitle && describes) ? kEarlyPoints
                                                                         : points_in(zone, adverbial, subject, party.adjective || modifies);
  score.opens = score.opens || zone == Zone::kTitle || zone == Zone::kLead;
  score.in_title = score.in_title || zone == Zone::kTitle;
  score.heads_title = score.heads_title || (zone == Zone::kTitle && subject && !adverbial && !speaker && !describes && !modifies);
}

// "Guyana's Health Ministry", "the Statistics Committee of Chad", "the Prime Minister of Chad": whose office speaks; "" for nobody's.
std::string_view home_of_speaker(const TokenView& view, const Party& party, const Party* next, TokenRange sentence) {
  if (party.city) return {};
  const bool described = next != nullptr && next->reporter && describes_organisation(view, party, next);
  if (described) return party.id;
  if (party.office) return party.home;
  if (party.kind != Party::Kind::kCountry) return {};
  constexpr std::uint32_t kReach = 6;  // tokens: "Minister of Trade and Industry of"
  const std::uint32_t first = party.tokens.begin > sentence.begin + kReach ? party.tokens.begin - kReach : sentence.begin;
  const bool of_state = party.tokens.begin > sentence.begin && is_any_word(view.word(party.tokens.begin - 1), {"of"});
  for (std::uint32_t token = first; of_state && token + 1 < party.tokens.begin; ++token) {
    if (is_any_word(ascii_lowered(view.word(token)), {"minister", "president", "governor"})) return party.id;
  }
  return {};
}

// "China and Pakistan", "China-Pakistan trade" in the title or the first sentence.
struct Beside {
  std::string_view first, second;
};

void pair_up(std::vector<Beside>& pairs, const TokenView& view, const Party& before, const Party& party) {
  const bool states = before.kind != Party::Kind::kOrganisation && party.kind != Party::Kind::kOrganisation && !before.city && !party.city;
  const bool joined = party.tokens.begin == before.tokens.end + 1 && is_any_word(view.word(before.tokens.end), {"and", "-", "–", ",", "&"});
  if (states && joined && before.id != party.id) pairs.push_back({before.id, party.id});
}

// "OSLO, Norway, May 3.": where the text was written is whom it is about, where the text itself names it as often as others.
void count_dateline(Scores& scores, const Party& party) {
  if (party.kind != Party::Kind::kCountry || party.city) return;
  Score& score = scores.try_emplace(party.id).first->second;
  if (score.points == 0) score.first = party.tokens.begin;
  score.points += kEarlyPoints;
}

bool is_topical(const Score& score, bool organisation) {
  if ((score.kind == Party::Kind::kOrganisation) != organisation || !score.opens || score.points < kFewestPoints) return false;
  return !score.reporter || score.heads_title;
}

const Scores::value_type* best_of(const Scores& scores, bool organisation) {
  const Scores::value_type* best = nullptr;
  for (const auto& entry : scores) {
    if (!is_topical(entry.second, organisation)) continue;
    const bool better = best == nullptr || entry.second.points > best->second.points ||
                        (entry.second.points == best->second.points && entry.second.first < best->second.first);
    if (better) best = &entry;
  }
  return best;
}

// The state that stands out by how often it is named; "" where none does.
std::string_view most_named(const Scores& scores) {
  constexpr std::uint32_t kFewestNamings = 5;  // points
  constexpr std::uint32_t kFarAhead = 3;       // times the next one: twice as often is still a text on both
  const Scores::value_type* first = nullptr;
  std::uint32_t second = 0;
  for (const auto& entry : scores) {
    if (entry.second.kind == Party::Kind::kOrganisation) continue;
    if (first == nullptr || entry.second.points > first->second.points) {
      second = first == nullptr ? 0 : first->second.points;
      first = &entry;
    } else {
      second = std::max(second, entry.second.points);
    }
  }
  const std::uint32_t fewest = first != nullptr && first->second.opens ? kLeadPlacePoints : kFewestNamings;
  const bool stands_out = first != nullptr && first->second.points >= fewest && first->second.points >= kFarAhead * second;
  return stands_out ? first->first : std::string_view();
}

// "Oslo, 3 May 2025 – The bank …", "Oslo, Sept. 10 (Agency) -- The bank …", "May 3 (Agency) - The bank …": no small word stands before
// the dash.
bool opens_with_city_and_day(const TokenView& view, TokenRange sentence) {
  constexpr std::uint32_t kLongest = 12;  // tokens: "San Pedro, Sept. 10, 2023 (Agency) --"
  const auto is_number = [](std::string_view word) { return word.find_first_not_of("0123456789") == std::string_view::npos; };
  const auto is_capital = [](char c) { return 'A' <= c && c <= 'Z'; };
  if (sentence.begin >= sentence.end || !is_capital(view.word(sentence.begin).front())) return false;
  bool comma = sentence.begin + 2 < sentence.end && is_number(view.word(sentence.begin + 1)) && view.word(sentence.begin + 2) == "(";
  bool day = comma;
  for (std::uint32_t token = sentence.begin + 1; token < std::min(sentence.begin + kLongest, sentence.end); ++token) {
    const std::string_view word = view.word(token);
    if (is_any_word(word, {"-", "–", "—", "--"})) return comma && day && view.tokens[token].has(token_flag::kSpaceBefore);
    const bool number = is_number(word);
    const bool mark = is_any_word(word, {",", ".", "(", ")", "/"});
    if (!number && !mark && !is_capital(word.front())) return false;
    comma = comma || word == ",";
    day = day || (comma && number);
  }
  return false;
}

// Who stands beside the text's country: its partner, and the third beside one of the two.
void name_partners(const std::vector<Beside>& pairs, Topic& topic) {
  for (const Beside& pair : pairs) {
    const bool named = pair.first == topic.country || pair.second == topic.country;
    const std::string_view other = pair.first == topic.country ? pair.second : pair.first;
    if (named && topic.partner.empty()) topic.partner = other;
    if (topic.partner.empty() || !topic.third.empty()) continue;
    if (named && other != topic.partner) topic.third = other;
    if (!named && pair.first == topic.partner) topic.third = pair.second;
    if (!named && pair.second == topic.partner) topic.third = pair.first;
  }
}

// "Chad's trade with Peru grew", and on of those two: the one that title or lead name beside the text's country, where no third
// state comes near it; "" for none.
std::string_view second_of_two(const Scores& scores, std::span<const Beside> together, std::string_view country) {
  const Scores::value_type* second = nullptr;
  std::uint32_t third = 0;
  for (const auto& entry : scores) {
    if (entry.first == country || entry.second.kind == Party::Kind::kOrganisation) continue;
    if (second != nullptr && entry.second.points <= second->second.points) {
      third = std::max(third, entry.second.points);
      continue;
    }
    if (second != nullptr) third = second->second.points;
    second = &entry;
  }
  const auto topical = scores.find(country);
  if (second == nullptr || topical == scores.end() || second->second.kind != Party::Kind::kCountry) return {};
  const std::uint32_t points = second->second.points;
  const bool beside = second->second.opens && points >= kFewestPoints && 2 * points >= topical->second.points;
  const bool in_one_sentence = std::any_of(together.begin(), together.end(), [&](const Beside& pair) {
    return (pair.first == country && pair.second == second->first) || (pair.second == country && pair.first == second->first);
  });
  return beside && in_one_sentence && points >= 2 * third ? second->first : std::string_view();
}

}  // namespace

namespace {

// "Lima (Peru) June 29 (ABC/XYZ) The", "Lima (Peru), May 11: The": behind the agency, or the colon; the sentence's begin for none.
std::uint32_t behind_day(const TokenView& view, TokenRange sentence) {
  constexpr std::uint32_t kLongest = 12;       // tokens before the day's end
  constexpr std::uint32_t kLongestAgency = 6;  // tokens in brackets
  const auto is_capital = [&](std::uint32_t token) { return 'A' <= view.word(token).front() && view.word(token).front() <= 'Z'; };
  const std::uint32_t limit = std::min(sentence.begin + kLongest, sentence.end);
  for (std::uint32_t token = sentence.begin; token + 1 < limit; ++token) {
    const bool number = view.tokens[token].kind == TokenKind::kNumber;
    if (!number && !is_capital(token) && view.tokens[token].kind == TokenKind::kWord) return sentence.begin;
    if (!number || token < sentence.begin + 2 || !is_capital(token - 1)) continue;
    if (view.word(token + 1) == ":") return token + 2;
    if (view.word(token + 1) != "(") continue;
    std::uint32_t end = token + 2;
    while (end < sentence.end && end < token + 2 + kLongestAgency && view.word(end) != ")") ++end;
    if (end + 1 < sentence.end && view.word(end) == ")" && is_capital(end + 1)) return end + 1;
    if (end + 2 < sentence.end && view.word(end) == ")" && view.word(end + 1) == ":") return end + 2;
  }
  return sentence.begin;
}

// What a text names in front, and who stands beside whom.
struct Named {
  Scores scores;
  std::vector<Beside> pairs;
  std::vector<Beside> together;       // one after the other in a sentence that opens the text
  std::string_view home_of_reporter;  // "Guyana's Health Ministry has reported": where nobody else is in front
};

using PartyAt = std::span<const Party>::iterator;

// `party` with those of its sentence before it, in a title or lead.
void note_neighbours(Named& named, const TokenView& view, PartyAt first, PartyAt party, TokenRange sentence) {
  if (party == first) return;
  pair_up(named.pairs, view, *(party - 1), *party);
  constexpr std::ptrdiff_t kMostBefore = 8;  // of one sentence
  for (auto other = party; other != first && party - other < kMostBefore; --other) {
    if ((other - 1)->tokens.begin < sentence.begin) break;
    named.together.push_back({(other - 1)->id, party->id});
  }
}

Named read_named(const Chart& chart, std::span<const Party> parties, FactLexicon& lexicon) {
  Named named;
  Zones zones;
  const TokenView view = chart.view();
  auto party = parties.begin();
  for (const Sentence& sentence : chart.text().sentences) {
    if (dateline_end(view, sentence.tokens) == sentence.tokens.end) {
      for (; party != parties.end() && party->tokens.begin < sentence.tokens.end; ++party) count_dateline(named.scores, *party);
      continue;
    }
    const Zone zone = zones.next(chart, sentence);
    for (; party != parties.end() && party->tokens.begin < sentence.tokens.end; ++party) {
      if (zone == Zone::kNone) continue;
      const Party* next = party + 1 == parties.end() ? nullptr : &*(party + 1);
      if (party != parties.begin() && is_city_of(view, *party, *(party - 1))) continue;
      if (named.home_of_reporter.empty() && zone != Zone::kLater)
        named.home_of_reporter = home_of_speaker(view, *party, next, sentence.tokens);
      count(named.scores, view, *party, next, sentence.tokens, zone, lexicon);
      if (zone == Zone::kTitle || zone == Zone::kLead) note_neighbours(named, view, parties.begin(), party, sentence.tokens);
    }
  }
  return named;
}

}  // namespace

std::uint32_t dateline_end(const TokenView& view, TokenRange sentence) {
  constexpr std::uint32_t kLongest = 20;  // tokens
  if (const std::uint32_t end = behind_day(view, sentence); end > sentence.begin) return end;
  const bool shouts = sentence.begin < sentence.end && view.tokens[sentence.begin].has(token_flag::kAllCaps);
  if (!shouts && !opens_with_city_and_day(view, sentence)) return sentence.begin;
  constexpr std::uint32_t kShortestCity = 3;  // letters
  constexpr std::uint32_t kLongestLine = 12;  // tokens of a dateline that is a sentence: "OSLO, Norway, May 3."
  const Token& city = view.tokens[sentence.begin];
  // "ASTANA."
  const auto is_shouted = [&](std::uint32_t token) {
    return view.tokens[token].has(token_flag::kAllCaps) || view.tokens[token].kind == TokenKind::kPunctuation;
  };
  std::uint32_t shouted = sentence.begin;
  while (shouted < sentence.end && is_shouted(shouted)) ++shouted;
  constexpr std::uint32_t kLongestCity = 5;  // tokens: "XI'AN."
  if (shouted == sentence.end && sentence.end - sentence.begin <= kLongestCity && view.word(sentence.end - 1) == ".") return sentence.end;
  const bool is_line = sentence.end - sentence.begin <= kLongestLine && city.end - city.begin > kShortestCity &&
                       sentence.begin + 1 < sentence.end && view.word(sentence.begin + 1) == ",";
  if (is_line) return sentence.end;
  for (std::uint32_t token = sentence.begin + 1; token < std::min(sentence.begin + kLongest, sentence.end); ++token) {
    const bool is_dash = is_any_word(view.word(token), {"-", "–", "—", "--"}) && view.tokens[token].has(token_flag::kSpaceBefore);
    if (is_dash) return token + 1;
  }
  return sentence.begin;
}

Topic find_topic(const Chart& chart, std::span<const Party> parties, FactLexicon& lexicon) {
  const Named named = read_named(chart, parties, lexicon);
  Topic topic;
  const auto* country = best_of(named.scores, false);
  const auto* organisation = best_of(named.scores, true);
  if (country != nullptr) topic.country = country->first;
  if (country == nullptr && organisation == nullptr) topic.frequent = most_named(named.scores);
  const bool of_bloc = organisation != nullptr && std::any_of(parties.begin(), parties.end(),
                                                              [&](const Party& one) { return one.bloc && one.id == organisation->first; });
  if (country == nullptr && organisation == nullptr && topic.frequent.empty()) topic.frequent = named.home_of_reporter;
  // "Trade with the EU fell by 3%. […] the Prime Minister of Chad said": Chad's
  if (country == nullptr && of_bloc && !named.home_of_reporter.empty()) {
    topic.country = named.home_of_reporter;
    organisation = nullptr;
  }
  name_partners(named.pairs, topic);
  if (topic.partner.empty() && !topic.country.empty()) {
    topic.partner = second_of_two(named.scores, named.together, topic.country);
    topic.apart = !topic.partner.empty();
  }
  if (organisation != nullptr) topic.organisation = organisation->first;
  topic.reports = organisation != nullptr && organisation->second.reporter;
  // What a body that reports on others, lends or helps does is about whom it does it for.
  const bool acts_for_itself = organisation != nullptr && !organisation->second.reporter;
  // "Peru Lifts Exports": of Peru, though the text goes on with the railway that carries them.
  const bool titled = organisation != nullptr && country != nullptr && country->second.heads_title && !organisation->second.in_title;
  topic.is_organisation =
      organisation != nullptr &&
      (country == nullptr ||
       (acts_for_itself && !titled && (organisation->second.points > country->second.points || organisation->second.heads_title)));
  return topic;
}

}  // namespace attest
