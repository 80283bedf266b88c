#include "resolve/name_resolver.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/ascii.h"
#include "resolve/name_acronym.h"
#include "resolve/organisation_id.h"

namespace attest {
namespace {

bool is_empty(TokenRange tokens) noexcept { return tokens.begin == tokens.end; }

bool by_position(const DocumentName& a, const DocumentName& b) noexcept { return a.tokens.begin < b.tokens.begin; }

// Every word of some length begins with a capital: capitals say nothing there. A full stop and short words in small letters
// make a sentence of it all the same: "In May the Norvale Trade Council met in Leeds."
bool is_headline(const TokenView& view, TokenRange sentence) {
  constexpr std::uint32_t kShortestWord = 4;
  constexpr std::size_t kFewestWords = 4;
  constexpr std::size_t kWordsOfSentence = 2;
  std::size_t capitalised = 0;
  std::size_t small = 0;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const Token& token = view.tokens[i];
    if (token.kind != TokenKind::kWord) continue;
    const bool capital = token.has(token_flag::kCapitalised);
    small += capital ? 0 : 1;
    if (token.end - token.begin < kShortestWord) continue;
    if (!capital) return false;
    ++capitalised;
  }
  const bool stopped = small >= kWordsOfSentence && view.word(sentence.end - 1) == ".";
  return capitalised >= kFewestWords && !stopped;
}

// The rules of 51_organisation.rules that read a name's own form; the others read what stands around it.
constexpr std::array<std::string_view, 6> kFormRules = {"organisation.noun_at_end", "organisation.head_of",         "organisation.partners",
                                                        "organisation.club",        "organisation.national_branch", "organisation.unit"};

// A rule that takes a run of capitalised words for a body by one of its words or by what stands next to it.
bool goes_by_capitals(const DocumentName& name) {
  return name.name.kind == NameKind::kOrganisation && name.rule != "organisation.listed" && name.rule != "organisation.legal_form" &&
         name.rule != "organisation.domain";
}

// A name that a capital at the start of a sentence may feign: one word, taken for a body by what stands next to it, or by a list in
// which ordinary words are names ("Packers").
bool may_be_ordinary_word(const TokenView& view, const DocumentName& name) {
  const Token& token = view.tokens[name.tokens.begin];
  return name.name.kind == NameKind::kOrganisation && name.tokens.end - name.tokens.begin == 1 && token.kind == TokenKind::kWord &&
         token.has(token_flag::kFirstInSentence) && !token.has(token_flag::kAllCaps);
}

// An acronym or another name of one word with a capital.
bool may_be_short_form(const Token& token) noexcept {
  return (token.kind == TokenKind::kWord || token.kind == TokenKind::kAlphanumeric) && token.has(token_flag::kCapitalised);
}

}  // namespace

NameResolver::NameResolver(const CompiledRules& rules)
    : fields_(rules),
      words_(rules),
      known_aliases_(rules),
      name_field_(fields_.field("name")),
      type_field_(fields_.field("type")),
      id_field_(fields_.field("id")),
      country_field_(fields_.field("country")),
      sources_{{NameKind::kOrganisation, fields_.type("Organisation")},
               {NameKind::kPlace, fields_.type("Place")},
               {NameKind::kPerson, fields_.type("Person")},
               {NameKind::kInitiative, fields_.type("Initiative")},
               {NameKind::kEvent, fields_.type("Event")}},
      capitals_(fields_.type("Capitals")) {}

Name NameResolver::name_of(const Chart& chart, const Annotation& annotation, NameKind kind) const {
  Name name;
  name.kind = kind;
  name.name = fields_.text(chart, annotation, name_field_);
  if (name.name.empty()) name.name = in_one_line(chart.view().passage(annotation.span));
  name.type = fields_.text(chart, annotation, type_field_);
  name.country = fields_.text(chart, annotation, country_field_);
  if (kind == NameKind::kPlace) name.id = fields_.text(chart, annotation, id_field_);
  return name;
}

void NameResolver::mark(std::uint32_t name) {
  std::fill(owner_.begin() + names_[name].tokens.begin, owner_.begin() + names_[name].tokens.end, name);
}

// Some name that covers a part of these tokens.
std::uint32_t NameResolver::owner_within(TokenRange tokens) const noexcept {
  const auto last = owner_.begin() + tokens.end;
  const auto found = std::find_if(owner_.begin() + tokens.begin, last, [](std::uint32_t owner) { return owner != kNoName; });
  return found == last ? kNoName : *found;
}

void NameResolver::find_headlines(const Chart& chart) {
  headlines_.clear();
  for (const Sentence& sentence : chart.text().sentences) {
    if (is_headline(chart.view(), sentence.tokens)) headlines_.push_back(sentence.tokens);
  }
}

bool NameResolver::in_headline(std::uint32_t token) const noexcept {
  const auto next = std::upper_bound(headlines_.begin(), headlines_.end(), token,
                                     [](std::uint32_t at, const TokenRange& headline) { return at < headline.begin; });
  return next != headlines_.begin() && token < (next - 1)->end;
}

void NameResolver::collect(const Chart& chart) {
  names_.clear();
  for (const Source& source : sources_) {
    if (!source.type) continue;
    for (const AnnotationId id : chart.of_type(*source.type)) {
      const Annotation& annotation = chart.annotation(id);
      names_.push_back({annotation.span, name_of(chart, annotation, source.kind), fields_.rule(annotation), id});
    }
  }
  std::sort(names_.begin(), names_.end(), by_position);
  find_headlines(chart);
  std::erase_if(names_, [&](const DocumentName& name) { return goes_by_capitals(name) && in_headline(name.tokens.begin); });
  drop_ordinary_words(chart.view());
  owner_.assign(chart.view().tokens.size(), kNoName);
  for (std::uint32_t name = 0; name < names_.size(); ++name) mark(name);
}

// A word at the start of a sentence that the document writes small elsewhere is no name.
void NameResolver::drop_ordinary_words(const TokenView& view) {
  std::map<std::string, bool, std::less<>> suspects;  // by the word in lower case: whether it occurs so
  for (const DocumentName& name : names_) {
    if (may_be_ordinary_word(view, name)) suspects.emplace(ascii_lowered(view.word(name.tokens.begin)), false);
  }
  if (suspects.empty()) return;
  for (const Token& token : view.tokens) {
    if (token.kind != TokenKind::kWord || token.has(token_flag::kCapitalised)) continue;
    if (const auto suspect = suspects.find(token.span().of(view.text)); suspect != suspects.end()) suspect->second = true;
  }
  std::erase_if(names_, [&](const DocumentName& name) {
    return may_be_ordinary_word(view, name) && suspects.at(ascii_lowered(view.word(name.tokens.begin)));
  });
}

// A name in full, just found by its acronym. What rules saw inside it lends its type; then it is gone.
std::uint32_t NameResolver::adopt_full_name(const Chart& chart, TokenRange tokens) {
  const std::uint32_t inside = owner_within(tokens);
  if (inside != kNoName && names_[inside].tokens.begin <= tokens.begin && names_[inside].tokens.end == tokens.end) return inside;
  if (words_.is_other_noun(chart.view(), tokens.end - 1)) return kNoName;
  if (owner_[tokens.begin] != kNoName && names_[owner_[tokens.begin]].tokens.begin < tokens.begin) return kNoName;
  bool names_body = false;
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    const bool in_organisation = owner_[token] != kNoName && names_[owner_[token]].name.kind == NameKind::kOrganisation;
    names_body = names_body || in_organisation || words_.is_organisation_noun(chart.view(), token);
  }
  if (!names_body) return kNoName;
  DocumentName full{tokens, {}, "name.acronym", kNoAnnotation, {}};
  full.name.name = in_one_line(chart.view().passage(tokens));
  full.name.type = "other";
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    if (owner_[token] == kNoName) continue;
    DocumentName& part = names_[owner_[token]];
    if (part.name.kind == NameKind::kOrganisation) full.name.type = part.name.type;
    part.tokens.end = part.tokens.begin;
  }
  names_.push_back(std::move(full));
  mark(static_cast<std::uint32_t>(names_.size() - 1));
  return static_cast<std::uint32_t>(names_.size() - 1);
}

// "(KBT)" at `bracket`, behind the name that it shortens, or behind its possessive.
void NameResolver::define_acronym(const Chart& chart, std::uint32_t first, std::uint32_t bracket) {
  const TokenView& view = chart.view();
  const std::uint32_t acronym = bracket + 1;
  const std::string_view letters = view.word(acronym);
  const bool possessive = bracket > first && (view.word(bracket - 1) == "'s" || view.word(bracket - 1) == "’s");
  const bool in_angles = bracket > first && view.word(bracket - 1) == ">";  // "<Norvale Iron> (NI)", as wire copy has it
  const std::uint32_t name_end = possessive || in_angles ? bracket - 1 : bracket;
  std::uint32_t full = kNoName;
  if (const auto tokens = name_of_acronym(view, letters, first, name_end)) full = adopt_full_name(chart, *tokens);
  const std::uint32_t before = name_end > first ? owner_[name_end - 1] : kNoName;
  if (full == kNoName && before != kNoName && is_contraction(letters, names_[before].name.name)) full = before;
  if (full == kNoName) {
    if (const auto phrase = phrase_of_acronym(view, letters, first, name_end)) define_otherwise(view, *phrase, acronym);
    return;
  }
  const DocumentName& source = names_[full];
  if (source.name.kind == NameKind::kPlace || source.name.kind == NameKind::kPerson) return;
  if (owner_[acronym] != kNoName) names_[owner_[acronym]].tokens.end = names_[owner_[acronym]].tokens.begin;
  learn(letters, full);
  names_.push_back({{acronym, acronym + 1}, source.name, "name.acronym", kNoAnnotation, source.tokens});
  mark(static_cast<std::uint32_t>(names_.size() - 1));
}

// "external debt ratio (EDR)": whatever body a list knows by these letters, this document does not mean it.
void NameResolver::define_otherwise(const TokenView& view, TokenRange phrase, std::uint32_t acronym) {
  const std::uint32_t listed = owner_[acronym];
  if (listed == kNoName || names_[listed].rule != "organisation.listed") return;
  if (ascii_lowered(view.passage(phrase)) != ascii_lowered(names_[listed].name.name)) other_meanings_.push_back(view.word(acronym));
}

void NameResolver::drop_other_meanings(const TokenView& view) {
  if (other_meanings_.empty()) return;
  for (DocumentName& name : names_) {
    if (name.rule != "organisation.listed" || name.tokens.end - name.tokens.begin != 1) continue;
    if (std::find(other_meanings_.begin(), other_meanings_.end(), view.word(name.tokens.begin)) == other_meanings_.end()) continue;
    owner_[name.tokens.begin] = kNoName;
    name.tokens.end = name.tokens.begin;
  }
}

std::uint32_t NameResolver::company_ending_at(std::uint32_t token) const noexcept {
  if (token == 0 || owner_[token - 1] == kNoName) return kNoName;
  const Name& name = names_[owner_[token - 1]].name;
  const bool listed_on_exchanges = name.kind == NameKind::kOrganisation && (name.type == "company" || name.type == "bank");
  return listed_on_exchanges ? owner_[token - 1] : kNoName;
}

// The letters under which shares are dealt in, behind the company: "(NVL)", "(NYSE: NVL)".
void NameResolver::find_symbols(const TokenView& view) {
  const auto size = static_cast<std::uint32_t>(view.tokens.size());
  for (std::uint32_t bracket = 1; bracket + 2 < size; ++bracket) {
    if (view.word(bracket) != "(") continue;
    const std::uint32_t company = company_ending_at(bracket);
    if (company == kNoName) continue;
    const bool exchange = bracket + 4 < size && view.word(bracket + 2) == "." && view.word(bracket + 4) == ")";  // "(NVL.L)"
    if (view.word(bracket + 2) == ")" || exchange) add_symbol(view, bracket + 1, company);
    constexpr std::uint32_t kLongestExchange = 2;  // "NYSE", "Other OTC"
    for (std::uint32_t colon = bracket + 2; colon <= bracket + 1 + kLongestExchange && colon + 1 < size; ++colon) {
      if (view.word(colon) == ":" && view.tokens[colon - 1].has(token_flag::kCapitalised)) add_symbol(view, colon + 1, company);
    }
  }
}

// "Norvale AG NVL 0.06%": share tables that were set into the text.
void NameResolver::find_quoted_symbols(const TokenView& view) {
  const auto size = static_cast<std::uint32_t>(view.tokens.size());
  for (std::uint32_t symbol = 1; symbol + 2 < size; ++symbol) {
    if (!view.tokens[symbol].has(token_flag::kAllCaps) || owner_[symbol] != kNoName) continue;
    const std::uint32_t number = view.word(symbol + 1) == "-" ? symbol + 2 : symbol + 1;
    const bool quoted = number + 1 < size && view.tokens[number].kind == TokenKind::kNumber && view.word(number + 1) == "%";
    if (!quoted) continue;
    const std::uint32_t company = company_ending_at(view.word(symbol - 1) == "," || view.word(symbol - 1) == "." ? symbol - 1 : symbol);
    if (company != kNoName) add_symbol(view, symbol, company);
  }
}

void NameResolver::add_symbol(const TokenView& view, std::uint32_t symbol, std::uint32_t company) {
  constexpr std::uint32_t kShortest = 2;
  constexpr std::uint32_t kLongest = 6;
  const Token& token = view.tokens[symbol];
  const std::uint32_t letters = token.end - token.begin;
  if (!token.has(token_flag::kAllCaps) || letters < kShortest || letters > kLongest) return;
  TokenRange tokens{symbol, symbol + 1};
  if (owner_[symbol] != kNoName) {  // a rule saw the letters, too, and does not know whose they are
    DocumentName& seen = names_[owner_[symbol]];
    if (seen.rule != "organisation.share_symbol") return;
    tokens = seen.tokens;
    seen.tokens.end = seen.tokens.begin;
  }
  learn(view.word(symbol), company);
  names_.push_back({tokens, names_[company].name, "name.symbol", kNoAnnotation, names_[company].tokens});
  mark(static_cast<std::uint32_t>(names_.size() - 1));
}

void NameResolver::define_acronyms(const Chart& chart) {
  const TokenView& view = chart.view();
  for (const Sentence& sentence : chart.text().sentences) {
    for (std::uint32_t token = sentence.tokens.begin + 1; token + 2 < sentence.tokens.end; ++token) {
      if (view.word(token) != "(" || view.word(token + 2) != ")" || !may_be_short_form(view.tokens[token + 1])) continue;
      define_acronym(chart, sentence.tokens.begin, token);
    }
    define_behind_or(view, sentence.tokens);
  }
}

// "Norvale Iron (NVL), or NIC, will": another name of the body, whatever a list knows by it.
void NameResolver::define_behind_or(const TokenView& view, TokenRange sentence) {
  for (std::uint32_t comma = sentence.begin + 1; comma + 3 < sentence.end; ++comma) {
    const std::uint32_t other = comma + 2;
    const bool aside = view.word(comma) == "," && view.word(comma + 1) == "or" && view.word(other + 1) == ",";
    if (!aside || !view.tokens[other].has(token_flag::kAllCaps)) continue;
    std::uint32_t end = comma;
    if (view.word(end - 1) == ")") {
      while (end > sentence.begin + 1 && view.word(end) != "(") --end;
    }
    const std::uint32_t body = owner_[end - 1];
    if (body == kNoName || names_[body].name.kind != NameKind::kOrganisation) continue;
    if (view.word(names_[body].tokens.begin).front() != view.word(other).front()) continue;
    if (owner_[other] != kNoName) names_[owner_[other]].tokens.end = names_[owner_[other]].tokens.begin;
    learn(view.word(other), body);
    names_.push_back({{other, other + 1}, names_[body].name, "name.acronym", kNoAnnotation, names_[body].tokens});
    mark(static_cast<std::uint32_t>(names_.size() - 1));
  }
}

void NameResolver::add_country_before(const TokenView& view, DocumentName& name) const {
  constexpr std::uint32_t kLongest = 5;
  std::uint32_t end = name.tokens.begin;
  if (end > 0 && (view.word(end - 1) == "'s" || view.word(end - 1) == "’s")) --end;
  if (end == 0) return;
  name.name.country = words_.country_ending_at(view, end - std::min(end, kLongest), end);
  if (name.name.country.empty()) return;
  name.name.id = "." + ascii_lowered(name.name.country);
}

// "Kazakhstan's Bureau of Statistics", "the Kazakh Ministry of Trade", "Ministry of Trade of Kazakhstan".
void NameResolver::complete_countries(const Chart& chart) {
  const TokenView& view = chart.view();
  for (DocumentName& name : names_) {
    if (name.name.kind != NameKind::kOrganisation || is_empty(name.tokens) || !name.name.country.empty() || name.name.type != "government")
      continue;
    name.name.country = words_.country_ending_at(view, name.tokens.begin, name.tokens.end);
    if (name.name.country.empty()) add_country_before(view, name);
  }
}

// "Jalalabad, Kyrgyzstan": of several cities of one name the one in the country behind it, all through the document.
void NameResolver::place_cities(const TokenView& view) {
  const auto is_city = [](const DocumentName& name) { return name.name.kind == NameKind::kPlace && name.name.type == "city"; };
  const auto is_country = [](const DocumentName& name) { return name.name.kind == NameKind::kPlace && name.name.type == "country"; };
  for (std::size_t i = 0; i + 1 < names_.size(); ++i) {
    const DocumentName& country = names_[i + 1];
    const bool behind = country.tokens.begin == names_[i].tokens.end + 1 && view.word(names_[i].tokens.end) == ",";
    const bool told = is_city(names_[i]) && behind && is_country(country);
    // "At talks in Beijing, Kazakhstan and China agreed": two countries, neither of which says where the city lies
    const bool listed = i + 2 < names_.size() && is_country(names_[i + 2]) && names_[i + 2].tokens.begin == country.tokens.end + 1 &&
                        view.word(country.tokens.end) == "and";
    if (!told || listed || names_[i].name.country == country.name.country) continue;
    const std::string city = names_[i].name.name;
    for (DocumentName& name : names_) {
      if (is_city(name) && name.name.name == city) name.name.country = country.name.country;
    }
  }
}

void NameResolver::learn(std::string_view alias, std::uint32_t name) { aliases_.try_emplace(alias, name); }

// All beginnings of the name that say which body is meant: "Norvale Copper" and "Norvale" for "Norvale Copper Holdings".
void NameResolver::learn_organisation(const TokenView& view, std::uint32_t name) {
  const TokenRange tokens = names_[name].tokens;
  learn(view.passage(tokens), name);
  bool distinctive = false;
  for (std::uint32_t end = tokens.begin + 1; end < tokens.end; ++end) {
    if (!may_be_short_form(view.tokens[end - 1])) continue;
    distinctive = distinctive || words_.is_distinctive(view, end - 1);
    if (distinctive) learn(view.passage({tokens.begin, end}), name);
  }
  learn_initials(view, name);
}

// "NCH" for "Norvale Copper Holdings", though the document does not say so: an acronym of a list's is then another body's.
void NameResolver::learn_initials(const TokenView& view, std::uint32_t name) {
  constexpr std::size_t kFewestLetters = 3;
  std::string letters;
  for (std::uint32_t token = names_[name].tokens.begin; token < names_[name].tokens.end; ++token) {
    if (view.tokens[token].has(token_flag::kCapitalised)) letters += view.text[view.tokens[token].begin];
  }
  if (letters.size() < kFewestLetters) return;
  initials_.push_back(std::move(letters));
  learn(initials_.back(), name);
}

void NameResolver::learn_person(const TokenView& view, std::uint32_t name) {
  const TokenRange tokens = names_[name].tokens;
  learn(view.passage(tokens), name);
  learn(view.word(tokens.end - 1), name);
  if (tokens.end > tokens.begin + 1 && words_.is_family_name_first(view, tokens.begin)) learn(view.word(tokens.begin), name);
}

// Names that show by themselves what they are come first: what stands for one of them elsewhere is that body.
void NameResolver::learn_aliases(const Chart& chart) {
  for (const bool by_context : {false, true}) {
    for (std::uint32_t name = 0; name < names_.size(); ++name) {
      if (is_empty(names_[name].tokens) || goes_by_context(chart, names_[name]) != by_context) continue;
      if (names_[name].name.kind == NameKind::kOrganisation) learn_organisation(chart.view(), name);
      if (names_[name].name.kind == NameKind::kPerson) learn_person(chart.view(), name);
    }
  }
}

// Whether nothing in a name tells that it is one of a body: only what stands around it, or an acronym's letters.
bool NameResolver::goes_by_context(const Chart& chart, const DocumentName& name) const {
  if (!goes_by_capitals(name) || name.annotation == kNoAnnotation) return false;
  const TokenRange tokens = name.tokens;
  return std::none_of(kFormRules.begin(), kFormRules.end(), [&](std::string_view rule) { return rule == name.rule; }) &&
         !words_.is_organisation_noun(chart.view(), tokens.end - 1);
}

// A list's entry, or what only its context makes a name, gives way to what the document says: an acronym defined in it, the surname of
// somebody in it.
void NameResolver::correct_listed(const Chart& chart) {
  for (DocumentName& name : names_) {
    const bool listed = name.rule == "organisation.listed" || name.rule == "place.listed";
    const bool one_word = name.tokens.end - name.tokens.begin == 1;
    if (!(listed && one_word && name.name.type != "country") && !goes_by_context(chart, name)) continue;
    const auto known = aliases_.find(chart.view().passage(name.tokens));
    if (known == aliases_.end() || names_[known->second].tokens.begin == name.tokens.begin) continue;
    const DocumentName& source = names_[known->second];
    if (source.name.name == name.name.name || is_empty(source.tokens)) continue;
    const bool shorter = source.tokens.end - source.tokens.begin > name.tokens.end - name.tokens.begin;
    name = {name.tokens, source.name, shorter && !listed ? "name.short_form" : "name.repeated", kNoAnnotation, source.tokens};
  }
}

bool NameResolver::repeat_at(const TokenView& view, TokenRange tokens) {
  const auto known = aliases_.find(view.passage(tokens));
  if (known == aliases_.end()) return false;
  const DocumentName& source = names_[known->second];
  const bool shorter = source.tokens.end - source.tokens.begin > tokens.end - tokens.begin;
  names_.push_back({tokens, source.name, shorter ? "name.short_form" : "name.repeated", kNoAnnotation, source.tokens});
  mark(static_cast<std::uint32_t>(names_.size() - 1));
  return true;
}

// The longest known names among the words of a headline, from the left.
void NameResolver::repeat_within(const TokenView& view, TokenRange tokens) {
  for (std::uint32_t begin = tokens.begin; begin < tokens.end; ++begin) {
    for (std::uint32_t end = tokens.end; end > begin; --end) {
      if (owner_within({begin, end}) != kNoName || !repeat_at(view, {begin, end})) continue;
      begin = end - 1;
      break;
    }
  }
}

void NameResolver::repeat(const Chart& chart) {
  if (!capitals_) return;
  for (const AnnotationId id : chart.of_type(*capitals_)) {
    const TokenRange tokens = chart.annotation(id).span;
    if (owner_within(tokens) == kNoName && repeat_at(chart.view(), tokens)) continue;
    if (in_headline(tokens.begin)) repeat_within(chart.view(), tokens);
  }
}

// The ids of organisations. Ministries of one name are told apart by the country before it.
void NameResolver::identify(const TokenView& view) {
  for (DocumentName& name : names_) {
    if (name.name.kind != NameKind::kOrganisation) continue;
    const std::string_view known = known_aliases_.name_of(view.passage(name.tokens), name.name.name);
    if (!known.empty()) name.name.name = known;
    name.name.id.insert(0, organisation_id(name.name.name));
  }
}

void NameResolver::resolve(const Chart& chart) {
  aliases_.clear();
  initials_.clear();
  other_meanings_.clear();
  collect(chart);
  define_acronyms(chart);
  drop_other_meanings(chart.view());
  find_symbols(chart.view());
  find_quoted_symbols(chart.view());
  complete_countries(chart);
  adopt_longer_names(chart);
  complete_company_names(chart.view());
  learn_aliases(chart);
  correct_listed(chart);
  repeat(chart);
  std::erase_if(names_, [](const DocumentName& name) { return is_empty(name.tokens); });
  std::sort(names_.begin(), names_.end(), by_position);
  place_cities(chart.view());
  identify(chart.view());
}

}  // namespace attest
