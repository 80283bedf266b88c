#include "fact/document_parties.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attest {
namespace {

// A city, a seat or a province stands for its country.
std::string_view party_id(const PartyCue& cue) {
  const bool stands_for_country =
      cue.kind == PartyCue::Kind::kCity || cue.kind == PartyCue::Kind::kArea || cue.kind == PartyCue::Kind::kSeat;
  return stands_for_country && !cue.country.empty() ? cue.country : cue.id;
}

// "the Bank", "the Fund": a name by its capital only.
bool refers_back(const PartyCue& cue) {
  constexpr std::array<std::string_view, 4> kBare = {"Bank", "Fund", "Group", "Company"};
  return cue.kind == PartyCue::Kind::kOrganisation && std::find(kBare.begin(), kBare.end(), cue.id) != kBare.end();
}

// Types of organisations that state figures of others more often than their own.
bool reports_on_others(std::string_view type) {
  return type == "government" || type == "igo" || type == "research" || type == "media" || type == "ngo" || type == "party";
}

std::vector<std::string> surfaces_of(const CompiledRules& rules, std::string_view name) {
  std::vector<std::string> surfaces;
  const auto list = rules.gazetteer.list_named(name);
  if (!list) return surfaces;
  for (const std::uint32_t index : rules.gazetteer.entries_of(*list)) surfaces.emplace_back(rules.gazetteer.entry(index).surface);
  return surfaces;
}

// "the Paris Agreement": the place that an agreement goes by.
bool names_agreement(const TokenView& view, const PartyCue& cue) {
  const bool place = cue.kind == PartyCue::Kind::kCity || cue.kind == PartyCue::Kind::kSeat;
  if (!place || cue.tokens.end >= view.tokens.size()) return false;
  const std::string_view next = view.word(cue.tokens.end);
  return next == "Agreement" || next == "Accord" || next == "Accords" || next == "Protocol";
}

// "(Ministry of Finance, 2023)": who is named within the brackets of a citation, whose year lies at `year`, only wrote what is cited.
bool is_in_citation(std::string_view text, Span name, Span year) {
  constexpr std::size_t kLongest = 80;  // bytes of the names before a year
  if (year.begin < name.end || year.begin - name.end > kLongest) return false;
  if (text.substr(name.end, year.begin - name.end).find_first_of("().") != std::string_view::npos) return false;
  const std::size_t first = name.begin > kLongest ? name.begin - kLongest : 0;
  const std::size_t bracket = text.substr(first, name.begin - first).find_last_of("()");
  return bracket != std::string_view::npos && text[first + bracket] == '(';
}

Party::Kind kind_of(const PartyCue& cue) {
  if (cue.kind == PartyCue::Kind::kOrganisation) return Party::Kind::kOrganisation;
  const bool is_region = cue.kind == PartyCue::Kind::kRegion || (cue.kind == PartyCue::Kind::kDemonym && cue.country.empty());
  return is_region ? Party::Kind::kRegion : Party::Kind::kCountry;
}

std::span<const DocumentName>::iterator first_programme(std::span<const DocumentName> names) {
  return std::find_if(names.begin(), names.end(), [](const DocumentName& name) { return name.name.kind == NameKind::kInitiative; });
}

// Codes of the states whose programme the text names first ("CN PK"); "" where no list tells.
std::string_view members_of_programme(const Chart& chart, std::span<const DocumentName> names, FactLexicon& lexicon) {
  const auto first = first_programme(names);
  if (first == names.end()) return {};
  const auto members = lexicon.at(chart.view(), FactList::kInitiativeMember, first->tokens.begin, first->tokens.end);
  return members ? members->cell(0) : std::string_view();
}

// A text on one of the two whose programme it names first is about the other as well.
void add_partner_of_programme(const Chart& chart, std::span<const DocumentName> names, FactLexicon& lexicon, Topic& topic) {
  const std::string_view codes = members_of_programme(chart, names, lexicon);
  const std::size_t space = codes.find(' ');
  if (space == std::string_view::npos || codes.find(' ', space + 1) != std::string_view::npos) return;
  if (topic.country == codes.substr(0, space)) topic.partner = topic.investor = codes.substr(space + 1);
  if (topic.country == codes.substr(space + 1)) topic.partner = codes.substr(0, space);
}

}  // namespace

DocumentParties::DocumentParties(const CompiledRules& rules, const RegionMembers& regions)
    : regions_(&regions), cues_(rules), public_banks_(surfaces_of(rules, "public_bank")) {}

bool DocumentParties::is_named_public_bank(const Name& name) const {
  return std::any_of(public_banks_.begin(), public_banks_.end(),
                     [&](const std::string& words) { return name.name.find(words) != std::string::npos; });
}

// The central bank of a country, a development bank: what is told beside it is of the countries that it acts for.
bool DocumentParties::is_public_bank(const Name& name) const { return name.type == "bank" && is_named_public_bank(name); }

// The World Bank, a development bank or fund, but not the central bank of a country.
bool DocumentParties::is_lender(const Name& name) const {
  return (name.type == "bank" || name.type == "igo") && name.country.empty() && is_named_public_bank(name);
}

// A text that says "Biman Bangladesh Airlines" tells of that, though the lists know it by a part of the name.
void DocumentParties::collect_full_names(const Chart& chart, std::span<const DocumentName> names) {
  full_names_.clear();
  for (const DocumentName& found : names) {
    if (found.name.kind != NameKind::kOrganisation) continue;
    const std::string_view written = chart.view().passage(found.tokens);
    const std::string& name = found.name.name;
    const bool extends = written.size() > name.size() + 1 && written.starts_with(name) && written[name.size()] == ' ';
    if (!extends || written.find('\n') != std::string_view::npos) continue;
    std::string& full = full_names_[name];
    if (full.size() < written.size()) full = written;
  }
}

Party DocumentParties::party_of(const PartyCue& cue, const Name* body) const {
  Party party{cue.tokens,
              party_id(cue),
              kind_of(cue),
              cue.kind == PartyCue::Kind::kDemonym,
              cue.kind == PartyCue::Kind::kCity,
              cue.kind == PartyCue::Kind::kArea && cue.country.empty()};
  if (body == nullptr) return party;
  party.reporter = !regions_->knows(cue.id) && (reports_on_others(body->type) || is_public_bank(*body));
  party.bloc = body->type == "igo";
  party.office = body->type == "government" || is_public_bank(*body);
  party.lender = is_lender(*body);
  party.contender = body->type == "party";
  party.home = cue.country;
  if (const auto full = full_names_.find(cue.id); full != full_names_.end()) party.id = full->second;
  return party;
}

void DocumentParties::collect(const Chart& chart, std::span<const DocumentName> names, std::span<const Mention> mentions) {
  all_.clear();
  country_of_dateline_.clear();
  country_of_bank_.clear();
  cues_.read(chart, names);
  collect_full_names(chart, names);
  auto name = names.begin();
  auto mention = mentions.begin();
  auto citation = mentions.begin();
  auto sentence = chart.text().sentences.begin();
  std::uint32_t dateline = chart.text().sentences.empty() ? 0 : dateline_end(chart.view(), sentence->tokens);
  for (const PartyCue& cue : cues_.within({0, static_cast<std::uint32_t>(chart.view().tokens.size())})) {
    while (sentence->tokens.end <= cue.tokens.begin) dateline = dateline_end(chart.view(), (++sentence)->tokens);
    const bool opens = sentence == chart.text().sentences.begin() || sentence == chart.text().sentences.begin() + 1;
    if (cue.tokens.end <= dateline) {
      if (opens && cue.kind == PartyCue::Kind::kCountry && country_of_dateline_.empty()) country_of_dateline_ = party_id(cue);
      continue;
    }
    if (names_agreement(chart.view(), cue) || refers_back(cue)) continue;
    const std::uint32_t begin = chart.view().tokens[cue.tokens.begin].begin;
    while (mention != mentions.end() && (mention->figure() == nullptr || mention->bytes.end <= begin)) ++mention;
    // "5 million [U.S.] dollars", "[US] $5 million": written of any country, while "francs" tell of their own.
    if (cue.id == "US" && mention != mentions.end() && mention->bytes.begin <= begin) continue;
    while (citation != mentions.end() && (citation->date() == nullptr || !citation->date()->citation || citation->bytes.end <= begin))
      ++citation;
    const Span bytes{begin, chart.view().tokens[cue.tokens.end - 1].end};
    if (citation != mentions.end() && is_in_citation(chart.text().text, bytes, citation->bytes)) continue;
    while (name != names.end() && name->tokens.begin < cue.tokens.begin) ++name;
    const bool is_body = cue.kind == PartyCue::Kind::kOrganisation && name != names.end();
    if (is_body && country_of_bank_.empty() && is_public_bank(name->name)) country_of_bank_ = name->name.country;
    all_.push_back(party_of(cue, is_body ? &name->name : nullptr));
  }
}

// A text that puts no state in front is about those whose programme it names first ("CPEC"), or about the one that it is dated from
// ("ASTANA, Kazakhstan, May 3.").
void DocumentParties::find_topic_elsewhere(const Chart& chart, std::span<const DocumentName> names, FactLexicon& lexicon,
                                           Topic& topic) const {
  const auto first = first_programme(names);
  const std::string_view codes = members_of_programme(chart, names, lexicon);
  const std::size_t space = codes.find(' ');
  if (space == std::string_view::npos) {  // no programme, or that of one state with all others
    topic.country = country_of_dateline_;
    if (topic.country.empty() && first == names.end()) topic.country = topic.frequent;
    return;
  }
  topic.country = codes.substr(0, space);
  topic.partner = topic.investor = codes.substr(space + 1);
}

// A part of a country that no list knows stands for the country that the document is about, if it is about one.
void DocumentParties::place_areas(const Topic& topic) {
  const auto is_topic = [&topic](const Party& party) { return party.area && party.id == topic.country; };
  if (topic.country.empty() || std::any_of(all_.begin(), all_.end(), is_topic)) return;
  country_of_areas_ = topic.country;
  for (Party& party : all_) {
    if (party.area) party.id = country_of_areas_;
  }
}

Topic DocumentParties::read(const Chart& chart, std::span<const DocumentName> names, std::span<const Mention> mentions,
                            FactLexicon& lexicon) {
  collect(chart, names, mentions);
  Topic topic = find_topic(chart, all_, lexicon);
  topic.state = country_of_bank_;
  if (topic.main().empty()) find_topic_elsewhere(chart, names, lexicon, topic);
  if (topic.partner.empty() && !topic.is_organisation) add_partner_of_programme(chart, names, lexicon, topic);
  place_areas(topic);
  return topic;
}

}  // namespace attest
