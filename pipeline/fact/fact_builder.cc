#include "fact/fact_builder.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "fact/invested_stock.h"
#include "fact/list_entry.h"
#include "fact/measure/phrase.h"
#include "fact/period/arithmetic.h"
#include "record/names.h"

namespace attest {
namespace {

bool is_prose(BlockKind kind) noexcept {
  return kind != BlockKind::kTableRow && kind != BlockKind::kBibliography && kind != BlockKind::kFurniture && kind != BlockKind::kFootnote;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += ", ";
    all += text;
  }
  return all;
}

// What nobody can have counted yet: "a cut to 4% by 2030", "12 summits in 2030", "growth of 4% in 2030".
FactStatus status_ahead(const PeriodReading& period, const MeasureReading& measure) {
  if (measure.id == "economy.price") return FactStatus::kActual;  // "wheat for May"
  if (period.is_limit) return FactStatus::kTarget;
  const bool relative = measure.quantity == Quantity::kPercent || measure.quantity == Quantity::kPercentagePoint;
  return relative ? FactStatus::kForecast : FactStatus::kPlanned;
}

// The change that was told last, of some facts before; or the last one's, whatever it is.
const Change& change_before(std::span<const Fact> facts, std::uint32_t first_figure) {
  const auto told = std::find_if(facts.rbegin(), facts.rend(), [&](const Fact& fact) {
    return fact.figure < first_figure || (fact.change.kind != ChangeKind::kLevel && fact.change.direction != ChangeDirection::kNone);
  });
  return told != facts.rend() && told->figure >= first_figure ? told->change : facts.back().change;
}

// "as well as by", ", Japan's by": words between two figures that only join the second change to the first.
bool joins_growth(const FactSentence& sentence, TokenRange between) {
  if (between.begin >= between.end || !sentence.is_any(between.end - 1, {"by", "and", "or", ","})) return false;
  for (std::uint32_t token = between.begin; token < between.end; ++token) {
    const WordRole role = sentence.role(token);
    if (role == WordRole::kVerb || role == WordRole::kParticiple || role == WordRole::kClause) return false;
  }
  return true;
}

// "by $870 million or [17%]": the same change.
void keep_direction(const Change& told, Quantity quantity, Change& change) {
  if (change.direction != ChangeDirection::kNone) return;
  change.direction = told.direction;
  change.kind = quantity == Quantity::kPercent ? ChangeKind::kPercent : ChangeKind::kAbsolute;
}

}  // namespace

FactBuilder::FactBuilder(const CompiledRules& rules)
    : kinds_(rules),
      regions_(rules),
      currencies_(rules),
      fiscal_years_(rules),
      lexicon_(rules),
      sentence_(lexicon_),
      before_(lexicon_),
      measure_finder_(lexicon_),
      party_finder_(kinds_, regions_),
      period_finder_(kinds_),
      table_reader_(lexicon_, rules),
      document_parties_(rules, regions_),
      leaders_(rules) {}

void FactBuilder::build(const Chart& chart, const Resolved& resolved, bool derivations, Extraction& extraction) {
  extraction.facts.clear();
  next_mention_ = 0;
  in_list_ = false;
  before_tokens_ = {};
  period_finder_.reset(extraction.published);
  fiscal_country_.clear();
  joins_two_years_ = std::any_of(extraction.mentions.begin(), extraction.mentions.end(), [&](const Mention& mention) {
    return mention.date() != nullptr && FiscalYears::joins_two_years(mention.bytes.of(chart.text().text));
  });
  measure_finder_.reset();
  leaders_are_read_ = false;
  Topic topic = document_parties_.read(chart, resolved.names, extraction.mentions, lexicon_);
  currencies_.settle(chart.text().text, {topic.country, topic.partner}, extraction.mentions);
  discourse_.reset(std::move(topic));
  table_reader_.read({chart.view(), extraction.mentions, document_parties_.all(), extraction.published}, chart.text(),
                     resolved.header_units);
  const std::span<const Sentence> sentences = chart.text().sentences;
  opens_list_ = false;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::size_t first = extraction.facts.size();
    const bool begins = i == 0 || sentences[i].block != sentences[i - 1].block;
    in_list_ = begins && (in_list_ || opens_list_) && is_list_entry(chart.view(), sentences[i].tokens);
    opens_list_ = introduces_list(chart.view(), sentences[i].tokens) || heads_years(chart, i);
    if (begins && !in_list_) begin_block(chart, i);
    read_sentence(chart, sentences[i], derivations, extraction);
    attribute(resolved.sources[i], extraction.mentions, derivations, std::span(extraction.facts).subspan(first));
  }
}

// "Trade of Chad" above "2020 – $15 billion": a heading ends without a full stop.
bool FactBuilder::heads_years(const Chart& chart, std::size_t sentence) {
  const std::span<const Sentence> sentences = chart.text().sentences;
  const TokenRange tokens = sentences[sentence].tokens;
  const bool ends_block = sentence + 1 < sentences.size() && sentences[sentence].block != sentences[sentence + 1].block;
  if (!ends_block || tokens.begin >= tokens.end || chart.view().word(tokens.end - 1) == ".") return false;
  return is_year_entry(chart.view(), sentences[sentence + 1].tokens) && !is_year_entry(chart.view(), tokens);
}

// Agencies begin a paragraph with each sentence: the one behind it goes on.
void FactBuilder::begin_block(const Chart& chart, std::size_t sentence) {
  const std::span<const Sentence> sentences = chart.text().sentences;
  const auto both = [&](BlockKind kind) {
    const auto& blocks = chart.text().blocks;
    return sentence > 0 && blocks[sentences[sentence].block].kind == kind && blocks[sentences[sentence - 1].block].kind == kind;
  };
  const bool alone = sentence > 0 && (sentence == 1 || sentences[sentence - 1].block != sentences[sentence - 2].block);
  if (both(BlockKind::kListItem)) return discourse_.begin_item();
  // "How large is trade?", and in the next paragraph "It reached $5 billion": an answer
  const std::uint32_t end = before_tokens_.end;
  if (end == 0 || chart.view().word(end - 1) != "?") before_tokens_ = {};
  elided_currency_.begin_block();
  if (alone && both(BlockKind::kParagraph)) return discourse_.begin_next_sentence();
  discourse_.begin_block();
}

void FactBuilder::attribute(const SentenceSource& source, std::span<const Mention> mentions, bool derivations, std::span<Fact> facts) {
  for (Fact& fact : facts) {
    if (mentions[fact.figure].bytes.begin < source.holds_from) continue;
    fact.attribution = source.attribution;
    if (derivations) fact.steps.push_back({"attribution", std::string(name_of(source.basis)), fact.attribution.name, source.bytes});
  }
}

void FactBuilder::read_sentence(const Chart& chart, const Sentence& sentence, bool derivations, Extraction& extraction) {
  const std::span<const Mention> mentions = extraction.mentions;
  const std::size_t first = next_mention_;
  while (next_mention_ < mentions.size() && mentions[next_mention_].bytes.begin < sentence.bytes.end) ++next_mention_;
  const BlockKind kind = chart.text().blocks[sentence.block].kind;
  if (chart.text().blocks[sentence.block].repeats) return;
  if (kind == BlockKind::kTableRow) return read_row(chart, sentence, first, extraction);
  // Longer ones are lists without full stops; the readings of a figure look at all of its sentence.
  constexpr std::uint32_t kLongestSentence = 300;  // tokens
  const TokenRange before = std::exchange(before_tokens_, TokenRange{});
  if (!is_prose(kind) || sentence.tokens.end - sentence.tokens.begin > kLongestSentence) return;
  const TokenRange own{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(next_mention_)};
  if (first == next_mention_ && !opens_list_) {
    before_tokens_ = sentence.tokens;
    before_mentions_ = own;
    return;
  }
  sentence_.read(chart.view(), sentence.tokens, mentions.subspan(first, next_mention_ - first), static_cast<std::uint32_t>(first),
                 document_parties_.all());
  party_finder_.begin(sentence_);
  measures_.clear();
  parties_.clear();
  periods_.clear();
  settled_.clear();
  elided_currency_.complete(sentence_, extraction.mentions);
  if (before.begin < before.end && MeasureFinder::points_back(sentence_)) hear_named(chart, before, mentions);
  for (std::size_t figure = 0; figure < sentence_.figures().size(); ++figure) read_figure(figure, extraction, derivations);
  measure_finder_.forget_named();
  if (sentence_.figures().empty()) {
    before_tokens_ = sentence.tokens;
    before_mentions_ = own;
  }
  if (sentence_.figures().empty() && !sentence_.dates().empty()) hear_period(extraction.mentions);
  if (!sentence_.dates().empty()) period_finder_.hear(sentence_, extraction.mentions, discourse_);
  hear_sentence();
  // "The top five buyers were:" measures nothing itself.
  const bool measures =
      std::any_of(measures_.begin(), measures_.end(), [](const MeasureReading& reading) { return reading.kind != ReadingKind::kNone; });
  if (!measures && opens_list_) hear_introduction(extraction.mentions);
}

// A table is about what its document is about; what its heads name stands at the other end of goods that flow.
void FactBuilder::give_topic(const TableContext& context, Fact& fact) const {
  // "China's trade with Central Asia" over its countries: each is meant in the region's stead.
  std::copy_if(context.parties.begin(), context.parties.end(), std::back_inserter(fact.parties), [&](const std::string& region) {
    return std::none_of(context.parties.begin(), context.parties.end(),
                        [&](const std::string& party) { return regions_.holds(region, party); });
  });
  fact.from = context.from;
  fact.to = context.to;
  const Flow flow = context.measure.flow;
  const std::string home(discourse_.in_focus(fact.measure_id.starts_with("company.") ? OwnerKind::kCompany : OwnerKind::kAny));
  if (is_directed(flow)) return give_ends(context, home, fact);
  const bool one_of_pair = flow == Flow::kPair && fact.parties.size() == 1 && fact.parties.front() != home;
  if (!home.empty() && (fact.parties.empty() || one_of_pair)) fact.parties.insert(fact.parties.begin(), home);
}

// The owner's end is the home's where no head names it, and a lone party is the other end, or the owner where there is none.
void FactBuilder::give_ends(const TableContext& context, const std::string& home, Fact& fact) {
  std::string& owner = context.measure.flow == Flow::kOut ? fact.from : fact.to;
  std::string& other = context.measure.flow == Flow::kOut ? fact.to : fact.from;
  const std::string lone(context.lone);
  if (!lone.empty() && lone != owner) {
    const bool owns = owner.empty() && !context.lone_is_other_end && (home.empty() || home == lone);
    std::string& end = owns || !other.empty() ? owner : other;
    if (end.empty()) end = lone;
  }
  if (owner.empty() && home != other) owner = home;
  const bool told_by_heads = !context.from.empty() && !context.to.empty();
  if (owner.empty() || told_by_heads || (!fact.parties.empty() && fact.parties.front() == owner)) return;
  std::erase(fact.parties, owner);
  fact.parties.insert(fact.parties.begin(), owner);
}

// "-4.2" under "Change, %", "(-4.2%)" behind a level: its sign tells the direction.
Change FactBuilder::change_in_cell(const Figure& figure) {
  Change change;
  change.kind = is_share(figure.quantity) ? ChangeKind::kPercent : ChangeKind::kAbsolute;
  const bool falls = figure.value && figure.value->is_negative();
  change.direction = falls ? ChangeDirection::kDecrease : ChangeDirection::kIncrease;
  return change;
}

// One fact a cell, from the heads that govern it.
void FactBuilder::read_row(const Chart& chart, const Sentence& sentence, std::size_t first, Extraction& extraction) {
  const Block& block = chart.text().blocks[sentence.block];
  for (std::size_t i = first; i < next_mention_; ++i) {
    if (extraction.mentions[i].figure() == nullptr) continue;
    const auto context = table_reader_.at(chart.text(), block, extraction.mentions[i].bytes);
    if (!context || context->measure.kind == ReadingKind::kNone) continue;
    Fact& fact = extraction.facts.emplace_back();
    fact.figure = static_cast<std::uint32_t>(i);
    fact.measure_id = context->measure.id;
    fact.measure = context->measure.phrase;
    fact.whole = context->measure.whole;
    give_topic(*context, fact);
    fact.period_start = context->period.start;
    fact.period_end = context->period.end;
    fact.period_source = context->period.empty() ? PeriodSource::kNone : PeriodSource::kStated;
    fact.status = context->status;
    fact.rule = context->measure.rule;
    if (context->tells_change) fact.change = change_in_cell(*extraction.mentions[i].figure());
  }
}

// Whom the first fact that names somebody is about, if it is not a body that only reports; without a fact, the sentence's first name.
std::string_view FactBuilder::subject() {
  for (std::size_t i = 0; i < measures_.size(); ++i) {
    if (measures_[i].kind == ReadingKind::kNone || parties_[i].parties.empty()) continue;
    if (parties_[i].source != "stated" && parties_[i].source != "sentence") return {};
    const std::string& country = discourse_.topic().country;
    if (measures_[i].flow == Flow::kLend && !country.empty() && parties_[i].partner == country) return country;  // donors come and go
    const bool gives = measures_[i].flow == Flow::kLend || measures_[i].id == "finance.amount";
    if (gives && !country.empty() && !contains(parties_[i].parties, country)) return {};
    // "Chad is the second debtor in Africa"
    const bool ranks = measures_[i].kind == ReadingKind::kRank && regions_.holds(parties_[i].owner, parties_[i].subject);
    const std::string& owner = ranks ? parties_[i].subject : parties_[i].owner;
    const std::string& about = owner.empty() ? parties_[i].parties.front() : owner;
    const auto reports = [&](const Party& party) { return party.reporter && party.id == about && about != discourse_.topic().main(); };
    return std::any_of(sentence_.parties().begin(), sentence_.parties().end(), reports) ? std::string_view() : std::string_view(about);
  }
  const auto parties = sentence_.parties();
  const bool further_on = !parties.empty() && parties.front().tokens.begin > sentence_.tokens().begin + 1;
  if (sentence_.figures().empty() && further_on) sentence_.classify();  // a verb may stand before the name
  return party_finder_.subject_of(sentence_, lexicon_);
}

// A day that a price or a debt is told of does not end a report on months.
bool FactBuilder::interrupts(const Period& period, const MeasureReading& measure) const {
  const bool of_the_day = measure.id.starts_with("conflict.") || measure.id.starts_with("agreements.");
  return !of_the_day && period::is_short(period) && !discourse_.period().empty() && !period::is_short(discourse_.period());
}

// "Trade between the two is growing. Last year it reached [$5 billion]": what the sentence before names.
void FactBuilder::hear_named(const Chart& chart, TokenRange before, std::span<const Mention> mentions) {
  before_.read(chart.view(), before, mentions.subspan(before_mentions_.begin, before_mentions_.end - before_mentions_.begin),
               before_mentions_.begin, document_parties_.all());
  before_.classify();
  measure_finder_.hear_named(before_);
  // "How large is trade with China? It reached [$5 billion]": between those two.
  const MeasureReading named = measure_finder_.introduction(before_);
  const bool between_two = named.id.starts_with("trade.") || named.id.starts_with("investment.");
  if (!between_two || !is_relational(named.flow)) return;
  party_finder_.begin(before_);
  const PartyReading parties = party_finder_.find(before_, 0, std::span(&named, 1), {}, discourse_, {});
  if (parties.parties.size() == 2) discourse_.hear(named, parties, {}, false);
  party_finder_.begin(sentence_);
}

// A sentence without figures may say what the next ones tell of: "The industry closed 2024 with record sales."
void FactBuilder::hear_period(std::span<const Mention> mentions) {
  sentence_.classify();
  const Period period = period_finder_.told_of(sentence_, mentions, discourse_);
  if (!period.empty() && !period::is_short(period)) discourse_.hear_date(period);
  if (const Period base = period_finder_.compared_with(sentence_, mentions, discourse_); !base.empty()) discourse_.hear_base(base);
}

// "The main buyers of its oil in 2023 were:": the lines below go on with measure, parties and period.
void FactBuilder::hear_introduction(std::span<const Mention> mentions) {
  sentence_.classify();
  const MeasureReading measure = measure_finder_.introduction(sentence_);
  if (measure.kind == ReadingKind::kNone) return;
  party_finder_.begin(sentence_);
  PartyReading parties = party_finder_.find(sentence_, 0, std::span(&measure, 1), {}, discourse_, {});
  parties.introduces = true;
  discourse_.hear(measure, parties, period_finder_.introduced(sentence_, mentions, discourse_), false);
}

// Orders, contracts and sales, with those who make them.
void FactBuilder::hear_deal() {
  const auto words = sentence_.words(FactList::kTransactionWord);
  const auto transfers = [](const FoundEntry& word) { return word.cell(0) == "receives"; };
  if (sentence_.figures().empty() || std::all_of(words.begin(), words.end(), transfers)) return;
  for (std::size_t i = 0; i < measures_.size(); ++i) {
    if (measures_[i].kind == ReadingKind::kNone || measures_[i].flow != Flow::kNone) continue;
    if (parties_[i].parties.size() > 1) return discourse_.hear_deal(parties_[i].parties);
  }
}

// "Trade of Chad and Niger was $5 billion. Niger is Chad's [third] partner. Exports were $3 billion": a rank does not turn round whose
// trade is told of.
PartyReading FactBuilder::left_by(std::size_t figure) const {
  PartyReading left = parties_[figure];
  const PartyReading* told = discourse_.parties();
  if (measures_[figure].kind != ReadingKind::kRank || told == nullptr || told->partner.empty()) return left;
  if (left.owner != told->partner || left.partner != told->owner) return left;
  std::swap(left.owner, left.partner);
  return left;
}

// What the sentence leaves for the next ones: its first fact that is no rank before an amount, and the first base of comparison.
void FactBuilder::hear_sentence() {
  discourse_.hear(sentence_, subject());
  hear_deal();
  for (const bool base : {true, false}) {
    for (std::size_t i = 0; i < measures_.size(); ++i) {
      if (periods_[i].is_base != base || measures_[i].kind == ReadingKind::kNone) continue;
      // "Trade with the five countries reached $5 billion": how many there are is said by the way, and so is a rank.
      const bool by_the_way = measures_[i].kind == ReadingKind::kRank || measures_[i].id == "countries.count";
      if (by_the_way && i + 1 < measures_.size()) continue;
      // What is planned leaves no period: the next sentence tells of the present again.
      const bool leaves_period = base || (settled_[i] && periods_[i].lasts && !interrupts(periods_[i].period, measures_[i]));
      discourse_.hear(measures_[i], left_by(i), leaves_period ? periods_[i].period : Period(), base);
      // "From 2017 to 2024 trade grew 2.5 times to $60 billion": the next sentence tells of 2024
      const bool grows = !base && measures_[i].kind == ReadingKind::kGrowth && period::spans_years(periods_[i].period);
      const bool to_level = grows && i + 1 < measures_.size() && settled_[i + 1] && periods_[i + 1].lasts;
      if (to_level && periods_[i + 1].period.end == periods_[i].period.end) discourse_.hear_date(periods_[i + 1].period);
      break;
    }
  }
}

// "exports in 2023-24": of the fiscal year of the country that the text, or the figure, is about; companies have their own.
void FactBuilder::settle_fiscal_year(const MeasureReading& measure, const PartyReading& parties, const Extraction& extraction,
                                     PeriodReading& period) {
  const std::string& id = measure.id.empty() ? measure.level_id : measure.id;
  if (period.source != PeriodSource::kStated || period.period.empty() || id.starts_with("company.")) return;
  std::string_view country;
  const auto take_usual = [&](std::string_view one) {
    if (country.empty() && fiscal_years_.names_by_two_years(one)) country = one;
  };
  const auto take_known = [&](std::string_view one) {
    if (country.empty() && fiscal_years_.knows(one)) country = one;
  };
  const auto of_text = [&](const auto& take) {
    for (const std::string* topic : {&discourse_.topic().country, &discourse_.topic().partner}) take(*topic);
    for (const std::string& party : parties.parties) take(party);
  };
  // "India's trade with the US in 2023-24": of the one that names its years so
  if (joins_two_years_) of_text(take_usual);
  if (country.empty() && fiscal_years_.names_by_two_years(fiscal_country_)) country = fiscal_country_;
  of_text(take_known);
  // "The remittances in FY16": of the country whose fiscal years the text has told of
  if (country.empty() && FiscalYears::names_one(period.date.of(sentence_.view().text))) country = fiscal_country_;
  if (!country.empty()) fiscal_country_ = country;
  if (!country.empty()) fiscal_years_.settle(sentence_, extraction.mentions, period.date, country, extraction.published, period.period);
}

// "Vega pledged [$5 million]": who leads a state gives in its name. Few texts need to know who that is.
void FactBuilder::settle_leaders(const MeasureReading& measure, std::span<const Mention> mentions) {
  const bool gives = measure.flow == Flow::kLend || measure.flow == Flow::kInvest || measure.id == "finance.amount";
  const auto parties = sentence_.parties();
  const auto is_person = [](const Party& party) { return party.kind == Party::Kind::kPerson; };
  if (!gives || std::none_of(parties.begin(), parties.end(), is_person)) return;
  if (!leaders_are_read_) {
    places_.read(sentence_.view(), mentions);
    leaders_.read(sentence_.view(), mentions, places_, document_parties_.cues());
    leaders_are_read_ = true;
  }
  sentence_.settle_homes(leaders_);
}

void FactBuilder::read_figure(std::size_t index, Extraction& extraction, bool derivations) {
  const MentionAt at = sentence_.figures()[index];
  const Figure& figure = *extraction.mentions[at.mention].figure();
  const std::uint32_t floor = index > 0 ? sentence_.figures()[index - 1].tokens.end : sentence_.tokens().begin;
  measures_.push_back(measure_finder_.find(sentence_, extraction.mentions, index, measures_, discourse_.measure()));
  const MeasureReading& measure = measures_.back();
  settle_leaders(measure, extraction.mentions);
  parties_.push_back(party_finder_.find(sentence_, index, measures_, parties_, discourse_, figure.unit));
  PeriodReading period = period_finder_.find(sentence_, extraction.mentions, index, periods_, measure, discourse_);
  settle_fiscal_year(measure, parties_.back(), extraction, period);
  const FactStatus status = status_with(period, measure, at.tokens, floor, extraction.published);
  // What is planned does not go on with a period that is over.
  const bool over = period.source == PeriodSource::kContext && !period.period.end.empty() && period.period.end <= extraction.published;
  if (over && (status == FactStatus::kPlanned || status == FactStatus::kTarget)) period = PeriodReading();
  periods_.push_back(period);
  settled_.push_back(status == FactStatus::kActual || status == FactStatus::kCompleted || status == FactStatus::kEstimate);
  if (measure.kind == ReadingKind::kNone) return;

  Fact& fact = extraction.facts.emplace_back(fact_of(index));
  fact.status = status;
  const std::string_view published = extraction.published;
  if (settled_.back() && is_invested_stock(sentence_, measure, at.tokens, period.period, published)) fact.measure_id = "investment.stock";
  fact.change = change_told(index, floor, extraction);
  if (!sentence_.scopes().empty()) fact.scope = extraction.mentions[sentence_.scopes().front().mention].name()->name;
  if (derivations) {
    fact.steps.push_back({"measure", measure.inherited ? "figure before" : "sentence", fact.measure, {}});
    fact.steps.push_back({"parties", std::string(parties_.back().source), joined(fact.parties), {}});
    fact.steps.push_back({"period", std::string(name_of(period.source)), fact.period_start + ".." + fact.period_end, period.date});
  }
  if (period.is_base) link_base(index, extraction);
}

// How it differs from what was before. A growth goes on with the one before it: "rose 5% on the quarter and by [8%] on the year".
Change FactBuilder::change_told(std::size_t index, std::uint32_t floor, const Extraction& extraction) const {
  const MentionAt at = sentence_.figures()[index];
  const Figure& figure = *extraction.mentions[at.mention].figure();
  const MeasureReading& measure = measures_[index];
  if (measure.rule == "fact.signed") return change_in_cell(figure);
  Change change;
  if (!periods_[index].is_base) change = change_of(sentence_, measure, figure.quantity, at.tokens, floor);
  const std::span<const Fact> before = std::span(extraction.facts).first(extraction.facts.size() - 1);
  if (before.empty() || measure.stands_still) return change;
  if (measure.rule == "fact.other_words") keep_direction(before.back().change, figure.quantity, change);
  const std::uint32_t first = sentence_.figures().front().mention;
  const bool grows_on = measure.kind == ReadingKind::kGrowth && measure.inherited && !periods_[index].is_base;
  if (grows_on && before.back().figure >= first && joins_growth(sentence_, {floor, at.tokens.begin}))
    keep_direction(change_before(before, first), figure.quantity, change);
  return change;
}

// What the text says of a figure; of one told as a matter of fact, that it lies ahead where its stated period does.
FactStatus FactBuilder::status_with(const PeriodReading& period, const MeasureReading& measure, TokenRange figure, std::uint32_t floor,
                                    std::string_view published) const {
  const FactStatus told = period.is_base ? FactStatus::kActual : status_of(sentence_, figure, floor);
  const bool ahead = !published.empty() && period.source == PeriodSource::kStated && period.period.start > published;
  return told == FactStatus::kActual && ahead ? status_ahead(period, measure) : told;
}

// What the readings of a figure of the sentence say.
Fact FactBuilder::fact_of(std::size_t index) const {
  const MeasureReading& measure = measures_[index];
  const PartyReading& parties = parties_[index];
  const PeriodReading& period = periods_[index];
  Fact fact;
  fact.figure = sentence_.figures()[index].mention;
  fact.measure_id = measure.id;
  fact.measure = measure.phrase;
  fact.parties = parties.parties;
  fact.from = parties.from;
  fact.to = parties.to;
  fact.period_start = period.period.start;
  fact.period_end = period.period.end;
  fact.period_source = period.source;
  fact.whole = measure.whole;
  fact.rule = measure.rule;
  return fact;
}

// "reached $8.57 billion, marking a slight decline from [$8.93 billion]", "$7.5 billion, up from [$5.6 billion]".
ChangeDirection FactBuilder::direction_towards(std::size_t base) const {
  if (base == 0 || !measures_[base].inherited || measures_[base - 1].kind == ReadingKind::kNone) return ChangeDirection::kNone;
  const std::uint32_t begin = sentence_.figures()[base - 1].tokens.end;
  const std::uint32_t end = sentence_.figures()[base].tokens.begin;
  const FoundEntry* word = sentence_.last_before(FactList::kMovement, end, begin);
  if (word == nullptr) word = sentence_.last_before(FactList::kChangeNoun, end, begin);
  return word == nullptr ? ChangeDirection::kNone : change_direction_named(word->cell(0)).value_or(ChangeDirection::kNone);
}

// The figure before is compared with the last one: its period is the base of that change.
void FactBuilder::link_base(std::size_t index, Extraction& extraction) const {
  if (extraction.facts.size() < 2) return;
  const Fact& base = extraction.facts.back();
  Change& change = extraction.facts[extraction.facts.size() - 2].change;
  if (change.direction == ChangeDirection::kNone) change.direction = direction_towards(index);
  if (change.direction == ChangeDirection::kNone || !change.base_start.empty()) return;
  change.base_start = base.period_start;
  change.base_end = base.period_end;
}

}  // namespace attest
