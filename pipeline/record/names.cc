#include "record/names.h"

#include <array>
#include <cstddef>

namespace attest {
namespace {

// The position of a name is the enumerator's number.
constexpr std::array<std::string_view, 7> kQuantities = {"money", "percent", "percentage_point", "count", "measure", "ratio", "ordinal"};
constexpr std::array<std::string_view, 8> kBounds = {"exact", "about", "nearly", "under", "at_most", "over", "at_least", "vague"};
constexpr std::array<std::string_view, 4> kDateTypes = {"date", "time", "duration", "set"};
constexpr std::array<std::string_view, 9> kBlockKinds = {"title",   "heading",  "paragraph",    "list_item", "table_row",
                                                         "caption", "footnote", "bibliography", "furniture"};
constexpr std::array<std::string_view, 5> kPublishedBases = {"given", "metadata", "stated", "inferred", "none"};

static_assert(static_cast<std::size_t>(Quantity::kOrdinal) + 1 == kQuantities.size());
static_assert(static_cast<std::size_t>(Bound::kVague) + 1 == kBounds.size());
static_assert(static_cast<std::size_t>(DateType::kSet) + 1 == kDateTypes.size());
static_assert(static_cast<std::size_t>(BlockKind::kFurniture) + 1 == kBlockKinds.size());
static_assert(static_cast<std::size_t>(PublishedBasis::kNone) + 1 == kPublishedBases.size());

template <typename Enum, std::size_t count>
std::optional<Enum> enumerator_named(const std::array<std::string_view, count>& names, std::string_view name) noexcept {
  for (std::size_t i = 0; i < count; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Quantity quantity) noexcept { return kQuantities[static_cast<std::size_t>(quantity)]; }
std::string_view name_of(Bound bound) noexcept { return kBounds[static_cast<std::size_t>(bound)]; }
std::string_view name_of(DateType type) noexcept { return kDateTypes[static_cast<std::size_t>(type)]; }
std::string_view name_of(BlockKind kind) noexcept { return kBlockKinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(PublishedBasis basis) noexcept { return kPublishedBases[static_cast<std::size_t>(basis)]; }

std::string_view kind_of(const Mention& mention) noexcept { return mention.figure() != nullptr ? "figure" : "date"; }

std::optional<Quantity> quantity_named(std::string_view name) noexcept { return enumerator_named<Quantity>(kQuantities, name); }
std::optional<Bound> bound_named(std::string_view name) noexcept { return enumerator_named<Bound>(kBounds, name); }
std::optional<DateType> date_type_named(std::string_view name) noexcept { return enumerator_named<DateType>(kDateTypes, name); }
std::optional<PublishedBasis> published_basis_named(std::string_view name) noexcept {
  return enumerator_named<PublishedBasis>(kPublishedBases, name);
}

}  // namespace attest
