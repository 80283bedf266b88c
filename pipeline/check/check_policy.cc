#include "check/check_policy.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/sha256.h"
#include "check/phrase_words.h"
#include "record/names.h"

namespace attest {
namespace {

/// Changes when the checks themselves change, so that stored findings are made anew.
constexpr std::string_view kChecksVersion = "checks 7\n";

struct TableRow {
  std::size_t line = 0;
  std::vector<std::string_view> cells;
};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

Error row_error(std::size_t line, std::string what) { return {ErrorCode::kFormat, std::move(what), "line " + std::to_string(line), {}}; }

/// The rows under the header, which must be `header`.
Result<std::vector<TableRow>> rows_of(std::string_view text, std::string_view header) {
  std::vector<TableRow> rows;
  const std::size_t columns = split(header, '\t').size();
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (number == 1 && line != header) return row_error(1, "the columns must be: " + std::string(header));
    if (number == 1 || line.empty()) continue;
    rows.push_back({number, split(line, '\t')});
    if (rows.back().cells.size() != columns) return row_error(number, "needs " + std::to_string(columns) + " columns");
  }
  return rows;
}

/// Percentages as shares of 1.
std::optional<Decimal> as_share(const Figure& figure, const std::optional<Decimal>& number) {
  return number && is_percentage(figure) ? number->scaled(-2) : number;
}

/// The number moved down or up by a fraction of itself; the far side is away from zero for negative numbers, too.
std::optional<Decimal> moved(const Decimal& number, const Decimal& fraction, bool up) {
  const auto distance = multiply(number.is_negative() ? number.negated() : number, fraction);
  if (!distance) return number;
  return up ? add(number, *distance) : subtract(number, *distance);
}

struct Ends {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  Decimal rounding;
};

/// Value or range with the written precision, as shares of 1 where it is a percentage.
std::optional<Ends> ends_of(const Figure& figure) {
  Ends ends{as_share(figure, figure.low), as_share(figure, figure.high), as_share(figure, figure.rounding).value_or(Decimal(0))};
  if (!ends.low && !ends.high) return std::nullopt;
  return ends;
}

/// The entry for a first letter and a length: nearly all words of a text begin no cue, and are known by these two.
template <typename Table>
auto& kinds_from(Table& kinds, std::string_view word) {
  return kinds[static_cast<unsigned char>(word.front()) % kinds.size()][std::min(word.size(), kinds.front().size() - 1)];
}

}  // namespace

bool is_percentage(const Figure& figure) noexcept { return figure.quantity == Quantity::kPercent || figure.unit == "%"; }

Result<CheckPolicy> CheckPolicy::parse(const std::vector<PolicyFile>& files) {
  CheckPolicy policy;
  using Reader = Status (CheckPolicy::*)(std::string_view);
  const std::pair<std::string_view, Reader> readers[] = {{"bound.tsv", &CheckPolicy::read_bounds},
                                                         {"region.tsv", &CheckPolicy::read_regions},
                                                         {"one_figure_measure.tsv", &CheckPolicy::read_measures},
                                                         {"news_measure.tsv", &CheckPolicy::read_news_measures},
                                                         {"event.tsv", &CheckPolicy::read_events},
                                                         {"event_measure.tsv", &CheckPolicy::read_event_measures},
                                                         {"group_of_people.tsv", &CheckPolicy::read_groups_of_people},
                                                         {"measure_family.tsv", &CheckPolicy::read_measure_families},
                                                         {"cue.tsv", &CheckPolicy::read_cues},
                                                         {"generic_word.tsv", &CheckPolicy::read_generic_words},
                                                         {"unit_size.tsv", &CheckPolicy::read_unit_sizes},
                                                         {"demonym.tsv", &CheckPolicy::read_demonyms},
                                                         {"legal_form.tsv", &CheckPolicy::read_legal_forms},
                                                         {"place.tsv", &CheckPolicy::read_places}};
  std::string all(kChecksVersion);
  for (const auto& [name, reader] : readers) {
    const auto file = std::find_if(files.begin(), files.end(), [&table = name](const PolicyFile& one) { return one.name == table; });
    if (file == files.end()) return Error{ErrorCode::kFormat, "the table is missing", std::string(name), {}};
    if (Status done = (policy.*reader)(file->text); !done) {
      Error error = done.error();
      error.where = std::string(name) + ", " + error.where;
      return error;
    }
    all.append(name).append("\n").append(file->text);
  }
  policy.digest_ = sha256_hex(all);
  return policy;
}

Status CheckPolicy::read_bounds(std::string_view text) {
  const auto rows = rows_of(text, "bound\tbelow\tabove\tbelow_at_most\tabove_at_most");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) {
    const auto bound = bound_named(row.cells[0]);
    const auto below = Decimal::parse(row.cells[1]);
    const auto above = Decimal::parse(row.cells[2]);
    if (!bound || !below || !above) return row_error(row.line, "needs a bound and fractions");
    reach_[*bound] = {*below, *above, Decimal::parse(row.cells[3]), Decimal::parse(row.cells[4])};
  }
  return {};
}

Status CheckPolicy::read_regions(std::string_view text) {
  const auto rows = rows_of(text, "region\tmembers");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) {
    auto& members = regions_[std::string(row.cells[0])];
    for (const std::string_view member : split(row.cells[1], ' ')) members.emplace(member);
  }
  return {};
}

Status CheckPolicy::read_measures(std::string_view text) {
  const auto rows = rows_of(text, "measure_id\tquantity\tadds_up");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) {
    const auto quantity = quantity_named(row.cells[1]);
    if (!quantity && row.cells[1] != "any") return row_error(row.line, "is of no known quantity: " + std::string(row.cells[1]));
    one_figure_.emplace(row.cells[0], quantity);
    if (row.cells[2] == "yes") adding_up_.emplace(row.cells[0]);
  }
  return {};
}

Status CheckPolicy::read_news_measures(std::string_view text) {
  const auto rows = rows_of(text, "measure_id\tquantity\tperiod");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) {
    const auto quantity = quantity_named(row.cells[1]);
    if (!quantity) return row_error(row.line, "is of no known quantity: " + std::string(row.cells[1]));
    if (row.cells[2] != "told" && row.cells[2] != "any") return row_error(row.line, "needs \"told\" or \"any\" for its period");
    news_.emplace(row.cells[0], NewsMeasure{*quantity, row.cells[2] == "told"});
  }
  return {};
}

Status CheckPolicy::read_events(std::string_view text) {
  const auto rows = rows_of(text, "word\tevent");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) events_.emplace(row.cells[0], row.cells[1]);
  return {};
}

Status CheckPolicy::read_event_measures(std::string_view text) {
  const auto rows = rows_of(text, "measure_id\tmay_fall");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) {
    const bool may_fall = row.cells[1] == "yes";
    if (!may_fall && row.cells[1] != "no") return row_error(row.line, "needs yes or no");
    event_measures_.emplace(row.cells[0], may_fall);
  }
  return {};
}

Status CheckPolicy::read_groups_of_people(std::string_view text) {
  const auto rows = rows_of(text, "noun");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) groups_of_people_.emplace(row.cells[0]);
  return {};
}

std::string_view CheckPolicy::event_in(std::string_view text) const {
  std::string word;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_cue_letter(text[at])) {
      word += ascii_lower(text[at]);
      continue;
    }
    if (const auto found = events_.find(word); found != events_.end()) return found->second;
    word.clear();
  }
  return {};
}

Status CheckPolicy::read_generic_words(std::string_view text) {
  const auto rows = rows_of(text, "word\tmeaning\texcept");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) {
    for (std::string& word : content_words(row.cells[0])) {
      if (row.cells[2] != "-") except_of_[word] = row.cells[2];
      meanings_[std::move(word)] = row.cells[1] == "-" ? std::string_view() : row.cells[1];
    }
  }
  return {};
}

Status CheckPolicy::read_measure_families(std::string_view text) {
  const auto rows = rows_of(text, "measure_id\tfamily");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) measure_families_.emplace(row.cells[0], row.cells[1]);
  return {};
}

bool CheckPolicy::are_of_one_family(std::string_view measure_id, std::string_view other) const {
  const auto first = measure_families_.find(measure_id);
  const auto second = measure_families_.find(other);
  return first != measure_families_.end() && second != measure_families_.end() && first->second == second->second;
}

Status CheckPolicy::read_unit_sizes(std::string_view text) {
  const auto rows = rows_of(text, "unit\tbase\tsize");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) {
    const auto size = Decimal::parse(row.cells[2]);
    if (!size || size->is_zero() || size->is_negative()) return row_error(row.line, "needs a size over 0");
    unit_sizes_[std::string(row.cells[0])] = {std::string(row.cells[1]), *size};
  }
  return {};
}

const UnitSize* CheckPolicy::size_of(std::string_view unit) const {
  const auto found = unit_sizes_.find(unit);
  return found == unit_sizes_.end() ? nullptr : &found->second;
}

Status CheckPolicy::read_demonyms(std::string_view text) {
  const auto rows = rows_of(text, "surface\tid\tkind");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) {
    add_place_words(row.cells[0]);
    if (std::vector<std::string> words = content_words(row.cells[0]); words.size() == 1) demonyms_.insert(std::move(words.front()));
  }
  return {};
}

Status CheckPolicy::read_legal_forms(std::string_view text) {
  const auto rows = rows_of(text, "surface");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) legal_forms_.emplace(row.cells[0]);
  return {};
}

std::string_view CheckPolicy::without_legal_form(std::string_view name) const {
  for (std::size_t space = name.rfind(' '); space != std::string_view::npos && space > 0; space = name.rfind(' ')) {
    const std::string_view last = name.substr(space + 1);
    const std::string_view bare = last.ends_with('.') ? last.substr(0, last.size() - 1) : last;
    if (!legal_forms_.contains(last) && !legal_forms_.contains(bare)) break;
    name = name.substr(0, name[space - 1] == ',' ? space - 1 : space);
  }
  return name;
}

Status CheckPolicy::read_places(std::string_view text) {
  const auto rows = rows_of(text, "surface\tname\ttype\tid\tcountry");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) {
    if (row.cells[2] == "country" || row.cells[2] == "region") add_place_words(row.cells[0]);
  }
  return {};
}

void CheckPolicy::add_place_words(std::string_view surface) {
  for (std::string& word : content_words(surface)) meanings_.emplace(std::move(word), std::string());
}

std::string_view CheckPolicy::meaning_of(std::string_view word, std::string_view measure_id) const {
  const auto except = except_of_.find(word);
  if (except != except_of_.end() && measure_id.starts_with(except->second)) return word;
  const auto found = meanings_.find(word);
  return found == meanings_.end() ? word : std::string_view(found->second);
}

bool CheckPolicy::names_one_figure(std::string_view measure_id, std::optional<Quantity> level) const {
  const auto found = one_figure_.find(measure_id);
  return found != one_figure_.end() && (!level || !found->second || *found->second == *level);
}

bool CheckPolicy::is_of_news(std::string_view measure_id, Quantity level, bool dated) const {
  const auto found = news_.find(measure_id);
  return found != news_.end() && found->second.quantity == level && (dated || !found->second.needs_period);
}

Status CheckPolicy::read_cues(std::string_view text) {
  static constexpr std::pair<std::string_view, Cue> kKinds[] = {{"ahead", Cue::kAhead},
                                                                {"behind", Cue::kBehind},
                                                                {"total_before_plus_new", Cue::kTotalBeforePlusNew},
                                                                {"rest", Cue::kRest},
                                                                {"of_which", Cue::kOfWhich},
                                                                {"of_the", Cue::kOfThe},
                                                                {"includes", Cue::kIncludes},
                                                                {"loose_period", Cue::kLoosePeriod},
                                                                {"part_of_year", Cue::kPartOfYear},
                                                                {"partner", Cue::kPartner},
                                                                {"revision", Cue::kRevision},
                                                                {"calendar", Cue::kCalendar},
                                                                {"account", Cue::kAccount},
                                                                {"qualifier", Cue::kQualifier},
                                                                {"compared_with", Cue::kComparedWith},
                                                                {"than", Cue::kThan},
                                                                {"that_is", Cue::kThatIs},
                                                                {"by", Cue::kBy},
                                                                {"rises", Cue::kRises},
                                                                {"falls", Cue::kFalls},
                                                                {"frame", Cue::kFrame}};
  const auto rows = rows_of(text, "words\tkind");
  if (!rows) return rows.error();
  for (const TableRow& row : *rows) {
    const auto* kind = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto& one) { return one.first == row.cells[1]; });
    if (kind == std::end(kKinds)) return row_error(row.line, "is of no known kind: " + std::string(row.cells[1]));
    const std::string_view words = row.cells[0];
    const auto* const end = std::find_if(words.begin(), words.end(), [](char c) { return !is_cue_letter(c); });
    if (end == words.begin()) return row_error(row.line, "does not begin with a letter or digit: " + std::string(words));
    const std::string_view first(words.begin(), end);
    cues_[std::string(first)].push_back({std::string(words), kind->second});
    kinds_from(cue_kinds_, first) |= std::uint32_t{1} << static_cast<std::uint32_t>(kind->second);
  }
  return {};
}

const std::vector<CueWords>& CheckPolicy::cues_from(std::string_view word) const {
  static const std::vector<CueWords> none;
  const auto found = cues_.find(word);
  return found == cues_.end() ? none : found->second;
}

bool CheckPolicy::may_begin(std::string_view word, std::uint32_t kinds) const {
  return !word.empty() && (kinds_from(cue_kinds_, word) & kinds) != 0;
}

bool CheckPolicy::is_cue(std::string_view word, Cue kind) const {
  if (!may_begin(word, std::uint32_t{1} << static_cast<std::uint32_t>(kind))) return false;
  const std::vector<CueWords>& cues = cues_from(word);
  return std::any_of(cues.begin(), cues.end(), [&](const CueWords& one) { return one.cue == kind && one.words == word; });
}

std::optional<Interval> CheckPolicy::interval_of(const Figure& figure) const {
  auto ends = ends_of(figure);
  if (!ends) return std::nullopt;
  const auto found = reach_.find(figure.bound);
  const Reach reach = found == reach_.end() ? Reach{Decimal(0), Decimal(0), Decimal(0), Decimal(0)} : found->second;
  Interval interval;
  // "Over 200" begins at 200 however the 200 is rounded, and "nearly 25" ends where 25 does.
  const bool two_sided = reach.below_at_most && reach.above_at_most && reach.below_at_most->is_zero() == reach.above_at_most->is_zero();
  const Decimal rounding = two_sided ? ends->rounding : Decimal(0);
  if (ends->low && reach.below_at_most) {
    if (const auto reached = moved(*ends->low, *reach.below_at_most, false)) interval.low = subtract(*reached, rounding);
  }
  if (ends->high && reach.above_at_most) {
    if (const auto reached = moved(*ends->high, *reach.above_at_most, true)) interval.high = add(*reached, rounding);
  }
  return interval;
}

Interval CheckPolicy::usual_interval_of(const Figure& figure, const Interval& at_most) const {
  if (at_most.low && at_most.high) return at_most;
  const auto ends = ends_of(figure);
  const auto found = reach_.find(figure.bound);
  Interval usual = at_most;
  if (!ends || found == reach_.end()) return usual;
  if (!usual.low && ends->low) usual.low = moved(*ends->low, found->second.below, false);
  if (!usual.high && ends->high) usual.high = moved(*ends->high, found->second.above, true);
  return usual;
}

std::optional<Interval> CheckPolicy::truncated_interval_of(const Figure& figure) const {
  const auto ends = ends_of(figure);
  if (!ends || figure.bound != Bound::kExact || ends->rounding.is_zero() || !figure.value) return std::nullopt;
  const auto unit = add(ends->rounding, ends->rounding);
  if (!unit || !ends->low || !ends->high) return std::nullopt;
  return Interval{ends->low, add(*ends->high, *unit)};
}

const std::set<std::string, std::less<>>& CheckPolicy::members_of(std::string_view region) const {
  static const std::set<std::string, std::less<>> none;
  const auto found = regions_.find(region);
  return found == regions_.end() ? none : found->second;
}

bool CheckPolicy::holds(std::string_view whole, std::string_view party) const {
  return whole == party || members_of(whole).contains(party);
}

}  // namespace attest
