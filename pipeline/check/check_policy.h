// What the checks take for granted, as tables that a user may edit (rules/policy/): how far "nearly" reaches, which countries make up a
// region, which measures name one figure, the words that say how figures relate, and those that do not tell what is measured.
//
//   auto policy = CheckPolicy::parse(built_in_policy());
//   Interval span = policy->interval_of(figure);
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "check/interval.h"
#include "record/mention.h"

namespace attest {

/// How words relate figures.
enum class Cue {
  kAhead,               ///< "ahead of", "followed by": what stands before is the larger.
  kBehind,              ///< "behind", "second to": what stands behind is the larger.
  kTotalBeforePlusNew,  ///< "bringing the total to".
  kRest,                ///< "the remaining": shares fill the whole.
  kOfWhich,             ///< "of which", "of them": what follows is a part, and no other thing.
  kOfThe,               ///< "of the": what stands before is a part of the figure behind.
  kIncludes,            ///< "including": what follows is a part.
  kLoosePeriod,         ///< "a year earlier": the same months of another year, whichever they are.
  kPartOfYear,          ///< "the same period": less than the year that is named beside it.
  kPartner,             ///< "bilateral": of a pair, also where only one of it is named.
  kRevision,            ///< "revised", "preliminary": another figure came before or will come.
  kCalendar,            ///< "Monday": a capital letter, but no name.
  kQualifier,           ///< "seasonally adjusted", "excluding": another figure of the same name.
  kAccount,             ///< "capital account": a balance of its own, and never that of trade.
  kComparedWith,        ///< "compared with", "up from": what follows is the level before.
  kThan,                ///< "less than the": what follows is the level before.
  kThatIs,              ///< "or", "equal to": what follows tells the figure before it in another way.
  kBy,                  ///< "a rise of", "up": what follows is by how much the figure before it changed.
  kRises,               ///< "rose": what it goes to is more than what it comes from.
  kFalls,               ///< "narrowed": less.
  kFrame,               ///< "growth", "share": how a figure is told, and not of what.
};

/// ASCII letters and digits: what words of cues are made of, in any locale.
[[nodiscard]] constexpr bool is_cue_letter(char c) noexcept {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
}

struct CueWords {
  std::string words;  ///< In lower case, single spaces.
  Cue cue = Cue::kAhead;
};

/// A unit in terms of the one that others of its dimension are told in: a mile is 1609.344 m.
struct UnitSize {
  std::string base;
  Decimal size;
};

/// Lets maps of words be asked with a view.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const noexcept { return std::hash<std::string_view>{}(word); }
};

/// A table by its file name ("bound.tsv") and text.
struct PolicyFile {
  std::string name;
  std::string text;
};

/// True for figures in percent, which the checks take as shares of 1.
[[nodiscard]] bool is_percentage(const Figure& figure) noexcept;

class CheckPolicy {
 public:
  /// Reads bound.tsv, region.tsv, one_figure_measure.tsv, news_measure.tsv, event.tsv, event_measure.tsv, group_of_people.tsv,
  /// measure_family.tsv, cue.tsv, generic_word.tsv, unit_size.tsv, demonym.tsv, legal_form.tsv and place.tsv: tab-separated, with the names
  /// of columns in the first line. Errors: kFormat for a table that is missing, or whose columns or values are wrong; `where` names file
  /// and line.
  [[nodiscard]] static Result<CheckPolicy> parse(const std::vector<PolicyFile>& files);

  /// What the figure may stand for at most: its written precision, then its bound. Percentages count as shares of 1, as ratios do.
  /// Nothing for a figure that states no number.
  [[nodiscard]] std::optional<Interval> interval_of(const Figure& figure) const;
  /// The same as far as a writer would go ("over 200" is hardly said of 2,000); `at_most` is interval_of(figure).
  [[nodiscard]] Interval usual_interval_of(const Figure& figure, const Interval& at_most) const;
  /// What the figure stands for if its last digit was cut off, not rounded. Nothing where the two readings are the same.
  [[nodiscard]] std::optional<Interval> truncated_interval_of(const Figure& figure) const;

  /// The countries of a region; empty where it is none or not in the table.
  [[nodiscard]] const std::set<std::string, std::less<>>& members_of(std::string_view region) const;
  /// True where `whole` is the party itself or a region that holds it.
  [[nodiscard]] bool holds(std::string_view whole, std::string_view party) const;
  /// True where measure, parties and period name one figure, so that two of them can contradict each other. Levels do only in the
  /// quantity that the measure is told in: exports in money, not in tonnes of something.
  [[nodiscard]] bool names_one_figure(std::string_view measure_id, std::optional<Quantity> level) const;
  /// True where articles of the same days by several publishers mean one figure by such a level of the same parties, though there are
  /// more of them at other times or counted otherwise: inflation, the turnout of an election. `dated`: the articles tell its period.
  [[nodiscard]] bool is_of_news(std::string_view measure_id, Quantity level, bool dated) const;
  /// True for the one word that a country's or a region's people and things are called by, in lower case: "irish".
  [[nodiscard]] bool is_demonym(std::string_view word) const { return demonyms_.contains(word); }
  /// What a word of a measure's phrase adds to the measure: "" for generic words and those for countries and regions ("total Chinese
  /// exports"), the word itself ("wheat") or what it stands for. Some words are generic except of some measures: "foreign" of cargo
  /// is other cargo.
  [[nodiscard]] std::string_view meaning_of(std::string_view word, std::string_view measure_id) const;
  /// True for a word that says that many things have the measure, none of which is named: "shipments" of some goods.
  [[nodiscard]] bool is_of_many(std::string_view word) const { return meaning_of(word, {}) == kOfMany; }
  /// True for measures of which an event has one figure, that grows as it becomes known: deaths, injuries.
  [[nodiscard]] bool is_of_event(std::string_view measure_id) const { return event_measures_.contains(measure_id); }
  /// True for those of them that later days may lower: the missing are found.
  [[nodiscard]] bool may_fall(std::string_view measure_id) const {
    const auto found = event_measures_.find(measure_id);
    return found != event_measures_.end() && found->second;
  }
  /// True for a noun that counts a part of those whom an event strikes ("child"), whatever happened to the others.
  [[nodiscard]] bool is_group_of_people(std::string_view noun) const { return groups_of_people_.contains(noun); }

  /// A company's name without its legal form: "Norvale Motor" of "Norvale Motor Corp." and of "Norvale Motor Corporation".
  [[nodiscard]] std::string_view without_legal_form(std::string_view name) const;
  /// The first event that the text names, by one word for it ("earthquake" for "quake"); "" where it names none.
  [[nodiscard]] std::string_view event_in(std::string_view text) const;
  /// True where amounts of the parts of a period make that of the whole ("exports" do, "population" does not).
  [[nodiscard]] bool adds_up(std::string_view measure_id) const { return adding_up_.contains(measure_id); }
  /// The cues whose first run of ASCII letters and digits is `word`, which is in lower case.
  [[nodiscard]] const std::vector<CueWords>& cues_from(std::string_view word) const;
  /// False for a word, in lower case, that begins no cue of these kinds, a bit each (1 << kind); true for one that may.
  [[nodiscard]] bool may_begin(std::string_view word, std::uint32_t kinds) const;
  /// True for a single word that is a cue of this kind.
  [[nodiscard]] bool is_cue(std::string_view word, Cue kind) const;
  /// True for measures that articles take for each other: what one tells as a loan another tells as the cost of what is built with it.
  [[nodiscard]] bool are_of_one_family(std::string_view measure_id, std::string_view other) const;
  /// How large a unit is, for those that convert into each other by a factor; null for any other.
  [[nodiscard]] const UnitSize* size_of(std::string_view unit) const;
  /// Changes with every table: findings made with another policy are made anew.
  [[nodiscard]] const std::string& digest() const noexcept { return digest_; }

 private:
  static constexpr std::string_view kOfMany = "?";

  /// How far a bound reaches, as fractions of the value. An absent end is open.
  struct Reach {
    Decimal below;
    Decimal above;
    std::optional<Decimal> below_at_most;
    std::optional<Decimal> above_at_most;
  };

  [[nodiscard]] Status read_bounds(std::string_view text);
  [[nodiscard]] Status read_regions(std::string_view text);
  [[nodiscard]] Status read_measures(std::string_view text);
  [[nodiscard]] Status read_news_measures(std::string_view text);
  [[nodiscard]] Status read_cues(std::string_view text);
  [[nodiscard]] Status read_events(std::string_view text);
  [[nodiscard]] Status read_event_measures(std::string_view text);
  [[nodiscard]] Status read_groups_of_people(std::string_view text);
  [[nodiscard]] Status read_generic_words(std::string_view text);
  [[nodiscard]] Status read_measure_families(std::string_view text);
  [[nodiscard]] Status read_unit_sizes(std::string_view text);
  [[nodiscard]] Status read_demonyms(std::string_view text);
  [[nodiscard]] Status read_legal_forms(std::string_view text);
  [[nodiscard]] Status read_places(std::string_view text);
  void add_place_words(std::string_view surface);

  std::map<Bound, Reach> reach_;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> regions_;
  struct NewsMeasure {
    Quantity quantity = Quantity::kMoney;
    bool needs_period = true;
  };
  std::map<std::string, NewsMeasure, std::less<>> news_;
  std::set<std::string, std::less<>> demonyms_;                             ///< Of one word.
  std::map<std::string, std::optional<Quantity>, std::less<>> one_figure_;  ///< With the quantity of their levels; nothing for any.
  std::set<std::string, std::less<>> adding_up_;
  std::map<std::string, bool, std::less<>> event_measures_;  ///< Whether they may fall.
  std::set<std::string, std::less<>> groups_of_people_;
  std::set<std::string, std::less<>> legal_forms_;
  std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> events_;
  std::unordered_map<std::string, std::vector<CueWords>, WordHash, std::equal_to<>> cues_;  ///< By their first words.
  std::array<std::array<std::uint32_t, 32>, 128> cue_kinds_{};  ///< Of cues, by the first letter and the length of their first words.
  std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> meanings_;
  std::unordered_map<std::string, std::string, WordHash, std::equal_to<>>
      except_of_;  ///< How ids of measures begin of which a word says more.
  std::map<std::string, std::string, std::less<>> measure_families_;
  std::map<std::string, UnitSize, std::less<>> unit_sizes_;
  std::string digest_;
};

}  // namespace attest
