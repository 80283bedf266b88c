#include "fact/table/table_head.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "fact/measure/measure_finder.h"
#include "fact/within.h"
#include "record/names.h"

namespace attest {
namespace {

// Marks that a unit leaves behind.
TokenRange without_marks(const TokenView& view, TokenRange tokens) {
  constexpr std::array<std::string_view, 6> kMarks = {",", "(", ")", "[", "]", ":"};
  while (tokens.begin < tokens.end && is_one_of(view.word(tokens.end - 1), kMarks)) --tokens.end;
  while (tokens.begin < tokens.end && is_one_of(view.word(tokens.begin), kMarks)) ++tokens.begin;
  return tokens;
}

}  // namespace

void settle_in_trade(TableHead& head) {
  const std::string& phrase = head.measure.phrase;
  const bool turnover = head.measure.id == "company.revenue" && phrase.ends_with("turnover");
  const bool balance = head.measure.id.empty() && phrase == "balance";
  if (!turnover && !balance) return;
  head.measure = turnover ? reading_named(ReadingKind::kLevel, "trade.turnover", "trade turnover", "fact.table")
                          : reading_named(ReadingKind::kLevel, "trade.balance", "trade balance", "fact.table");
  head.measure.flow = Flow::kPair;
  head.measure.share_id = turnover ? "trade.share_of_turnover" : "";
}

TableHeadReader::TableHeadReader(FactLexicon& lexicon, const CompiledRules& rules) : sentence_(lexicon), words_(rules), periods_(rules) {}

TableHead TableHeadReader::read(const HeadText& text, Span bytes) {
  TableHead head;
  const TokenRange tokens = without_marks(text.view, tokens_in(text.view, bytes));
  if (tokens.begin >= tokens.end) return head;
  const std::span<const Mention> inside = mentions_in(text.mentions, bytes);
  sentence_.read(text.view, tokens, inside, 0, text.parties);
  if (sentence_.figures().empty()) sentence_.classify();
  read_measure(head);
  for (const Party& party : sentence_.parties()) {
    if (std::find(head.parties.begin(), head.parties.end(), party.id) == head.parties.end()) head.parties.emplace_back(party.id);
  }
  read_ends(head);
  head.period = period_of(text, inside);
  head.status = status();
  head.names_other_end = says_other_end();
  return head;
}

// "Share of exports" is a measure of its own; "Share in 2024, %", "Total" and "Change" go on with that of the other heads.
void TableHeadReader::read_measure(TableHead& head) const {
  head.measure = MeasureFinder::heading(sentence_);
  const bool is_listed = !head.measure.id.empty() || head.measure.kind == ReadingKind::kShare;
  const bool share_alone = !is_listed && words_.opening(sentence_.view(), sentence_.tokens()) == TableWordKind::kShare;
  head.word = share_alone ? TableWordKind::kShare : words_.all_of(sentence_.view(), sentence_.tokens());
  head.tells_change = !is_listed && !sentence_.words(FactList::kChangeNoun).empty();
  const bool says_nothing_else = head.word && head.word != TableWordKind::kCount && !is_listed;
  if (head.tells_change || says_nothing_else) head.measure = {};
}

// "Peruvian exports to Chile", "Imports from Chile", "Exports of Peru": the word that leads to a state tells which end it is.
void TableHeadReader::read_ends(TableHead& head) const {
  const std::span<const Party> parties = sentence_.parties();
  if (!is_directed(head.measure.flow) || parties.empty() || parties.size() > 2 || !std::all_of(parties.begin(), parties.end(), is_state))
    return;
  if (parties.size() == 2) return read_both_ends(head, parties[0], parties[1]);
  const std::string_view link = link_before(parties[0]);
  const bool exports = head.measure.flow == Flow::kOut;
  const bool is_source = link == "from" || (exports && link != "to");
  (is_source ? head.from : head.to) = parties[0].id;
}

void TableHeadReader::read_both_ends(TableHead& head, const Party& first, const Party& second) const {
  const std::string_view link = link_before(second);
  if (link.empty()) return;
  head.from = link == "from" ? second.id : first.id;
  head.to = link == "from" ? first.id : second.id;
}

// "from" or "to"; empty for any other word.
std::string_view TableHeadReader::link_before(const Party& party) const {
  std::uint32_t link = party.tokens.begin - 1;
  if (sentence_.is(link, "the")) --link;
  if (sentence_.is(link, "from")) return "from";
  return sentence_.is_any(link, {"to", "into"}) ? "to" : "";
}

TablePeriod TableHeadReader::period_of(const HeadText& text, std::span<const Mention> inside) const {
  for (const MentionAt& date : sentence_.dates()) {
    const TablePeriod period = TablePeriods::of_date(*inside[date.mention].date(), text.view.passage(date.tokens));
    if (!period.empty()) return period;
  }
  return periods_.of_part_alone(text.view, sentence_.tokens(), text.published);
}

// "(forecast)"; "May" is a month.
std::optional<FactStatus> TableHeadReader::status() const {
  std::optional<FactStatus> status;
  for (const FoundEntry& word : sentence_.words(FactList::kStatusWord)) {
    const bool month = sentence_.is(word.tokens.begin, "may");
    if (!month) status = fact_status_named(word.cell(0));
  }
  return status;
}

void TableHeadReader::add_cell(const HeadText& text, Span cell, TableHead& row) {
  const TokenRange tokens = tokens_in(text.view, cell);
  if (tokens.begin >= tokens.end) return;
  const std::span<const Mention> inside = mentions_in(text.mentions, cell);
  sentence_.read(text.view, tokens, inside, 0, text.parties);
  const auto fills = [&](TokenRange part) { return part.begin == tokens.begin && part.end == tokens.end; };
  if (row.period.empty() && sentence_.dates().size() == 1 && fills(sentence_.dates().front().tokens)) row.period = period_of(text, inside);
  if (sentence_.parties().size() != 1 || !fills(sentence_.parties().front().tokens)) return;
  const std::string_view party = sentence_.parties().front().id;
  if (std::find(row.parties.begin(), row.parties.end(), party) == row.parties.end()) row.parties.emplace_back(party);
}

bool TableHeadReader::says_other_end() const {
  for (std::uint32_t token = sentence_.tokens().begin; token < sentence_.tokens().end; ++token) {
    if (words_.opening(sentence_.view(), {token, sentence_.tokens().end}) == TableWordKind::kOtherEnd) return true;
  }
  return false;
}

}  // namespace attest
