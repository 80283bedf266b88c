// The two levels that a sentence tells a change between, by the words that stand between the figures alone.
//
//   "rose to 5.2% from 5.6%"                        from_and_to(first, second, document, Between::kNothing)
//   "11,200 homes, down 14% from 13,000"            levels_around(change, document, policy)
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "check/check_policy.h"
#include "check/checked_fact.h"

namespace attest {

/// The level before and the one after; both or none.
struct TwoLevels {
  const CheckedFact* before = nullptr;
  const CheckedFact* after = nullptr;

  explicit operator bool() const noexcept { return before != nullptr; }
};

/// What may stand between two levels beside "from" or "to".
enum class Between : std::uint8_t {
  kNothing,
  kTimes,  ///< A few words for when, or of what the first is: "to 22.1 percent in October from 21.5 percent".
};

/// The words between two figures that follow each other in the text, without space around them; "" where the second does not follow.
[[nodiscard]] std::string_view words_between(const CheckedFact& first, const CheckedFact& second, const CheckedDocument& document);

/// False for two counts of different nouns.
[[nodiscard]] bool counts_the_same(const CheckedFact& a, const CheckedFact& b);

/// The text between two figures of a document, whichever comes first; "" where they overlap.
[[nodiscard]] std::string_view text_between(const CheckedFact& a, const CheckedFact& b, const CheckedDocument& document);

/// "From 16.75 to 16.66", "to 16.66 from 16.75": levels or shares of one sentence and one unit, `first` before `second` in the text.
[[nodiscard]] TwoLevels from_and_to(const CheckedFact& first, const CheckedFact& second, const CheckedDocument& document, Between allowed);

/// True where the two stand as in "slowed to 22.1 percent in October from 21.5 percent in September", in either order; of rates of
/// growth, too.
[[nodiscard]] bool is_told_from(const CheckedFact& after, const CheckedFact& before, const CheckedDocument& document);

/// True for "51 million units, compared to 47.8 million": the words right before the later figure say that it is the level before.
[[nodiscard]] bool is_compared_with(const CheckedFact& after, const CheckedFact& before, const CheckedDocument& document,
                                    const CheckPolicy& policy);

/// True for "compared with a December figure of 15 million", "up from 12": what something is compared with is not what the sentence tells.
[[nodiscard]] bool is_base(const CheckedFact& level, const CheckedDocument& document, const CheckPolicy& policy);

/// The levels that `change` stands beside in its sentence, and no other figure with them: "[rose 8 percent] to 5.1 from 4.9", "12.4 tons
/// of grain, [up 16 percent] from 10.2 tons", "312 euros, compared with 305 in June, [a rise of 2.1%]". Their measures and parties are not
/// asked. Nothing for a change that is not one of `document`'s own facts.
[[nodiscard]] TwoLevels levels_around(const CheckedFact& change, const CheckedDocument& document, const CheckPolicy& policy);

/// "[Rose by $5 million, or 10%,] to $55 million": a change told in two ways, and the level that it leads to.
struct ToldTwice {
  const CheckedFact* amount = nullptr;
  const CheckedFact* rate = nullptr;
  const CheckedFact* after = nullptr;

  explicit operator bool() const noexcept { return amount != nullptr; }
};

/// The change whose percentage `rate` is; nothing where it stands in no such row.
[[nodiscard]] ToldTwice told_twice(const CheckedFact& rate, const CheckedDocument& document, const CheckPolicy& policy);

}  // namespace attest
