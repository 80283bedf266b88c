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
constexpr std::array<std::string_view, 5> kNameKinds = {"organisation", "place", "person", "initiative", "event"};
constexpr std::array<std::string_view, 9> kAgreementKinds = {"treaty",   "memorandum", "declaration", "contract", "deal",
                                                             "protocol", "statement",  "charter",     "agreement"};
constexpr std::array<std::string_view, 9> kAgreementStatuses = {"signed",   "announced", "planned",    "negotiating", "ratified",
                                                                "in_force", "suspended", "terminated", "unknown"};
constexpr std::array<std::string_view, 3> kPeriodSources = {"stated", "context", "none"};
constexpr std::array<std::string_view, 8> kFactStatuses = {"actual",  "estimate",  "forecast",  "target",
                                                           "planned", "under_way", "completed", "pledged"};
constexpr std::array<std::string_view, 4> kChangeDirections = {"", "increase", "decrease", "unchanged"};
constexpr std::array<std::string_view, 3> kChangeKinds = {"", "absolute", "percent"};
constexpr std::array<std::string_view, 4> kAttributionKinds = {"article", "body", "person", "reference"};

static_assert(static_cast<std::size_t>(Quantity::kOrdinal) + 1 == kQuantities.size());
static_assert(static_cast<std::size_t>(Bound::kVague) + 1 == kBounds.size());
static_assert(static_cast<std::size_t>(DateType::kSet) + 1 == kDateTypes.size());
static_assert(static_cast<std::size_t>(BlockKind::kFurniture) + 1 == kBlockKinds.size());
static_assert(static_cast<std::size_t>(PublishedBasis::kNone) + 1 == kPublishedBases.size());
static_assert(static_cast<std::size_t>(NameKind::kEvent) + 1 == kNameKinds.size());
static_assert(static_cast<std::size_t>(AgreementKind::kAgreement) + 1 == kAgreementKinds.size());
static_assert(static_cast<std::size_t>(AgreementStatus::kUnknown) + 1 == kAgreementStatuses.size());
static_assert(static_cast<std::size_t>(PeriodSource::kNone) + 1 == kPeriodSources.size());
static_assert(static_cast<std::size_t>(FactStatus::kPledged) + 1 == kFactStatuses.size());
static_assert(static_cast<std::size_t>(ChangeDirection::kUnchanged) + 1 == kChangeDirections.size());
static_assert(static_cast<std::size_t>(ChangeKind::kPercent) + 1 == kChangeKinds.size());
static_assert(static_cast<std::size_t>(AttributionKind::kReference) + 1 == kAttributionKinds.size());

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
std::string_view name_of(NameKind kind) noexcept { return kNameKinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(AgreementKind kind) noexcept { return kAgreementKinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(AgreementStatus status) noexcept { return kAgreementStatuses[static_cast<std::size_t>(status)]; }
std::string_view name_of(PeriodSource source) noexcept { return kPeriodSources[static_cast<std::size_t>(source)]; }
std::string_view name_of(FactStatus status) noexcept { return kFactStatuses[static_cast<std::size_t>(status)]; }
std::string_view name_of(ChangeDirection direction) noexcept { return kChangeDirections[static_cast<std::size_t>(direction)]; }
std::string_view name_of(ChangeKind kind) noexcept { return kChangeKinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(AttributionKind kind) noexcept { return kAttributionKinds[static_cast<std::size_t>(kind)]; }

std::string_view kind_of(const Mention& mention) noexcept {
  if (const Name* name = mention.name()) return name_of(name->kind);
  if (mention.agreement() != nullptr) return "agreement";
  return mention.figure() != nullptr ? "figure" : "date";
}

std::optional<Quantity> quantity_named(std::string_view name) noexcept { return enumerator_named<Quantity>(kQuantities, name); }
std::optional<Bound> bound_named(std::string_view name) noexcept { return enumerator_named<Bound>(kBounds, name); }
std::optional<DateType> date_type_named(std::string_view name) noexcept { return enumerator_named<DateType>(kDateTypes, name); }
std::optional<BlockKind> block_kind_named(std::string_view name) noexcept { return enumerator_named<BlockKind>(kBlockKinds, name); }
std::optional<PublishedBasis> published_basis_named(std::string_view name) noexcept {
  return enumerator_named<PublishedBasis>(kPublishedBases, name);
}
std::optional<NameKind> name_kind_named(std::string_view name) noexcept { return enumerator_named<NameKind>(kNameKinds, name); }
std::optional<AgreementKind> agreement_kind_named(std::string_view name) noexcept {
  return enumerator_named<AgreementKind>(kAgreementKinds, name);
}
std::optional<AgreementStatus> agreement_status_named(std::string_view name) noexcept {
  return enumerator_named<AgreementStatus>(kAgreementStatuses, name);
}
std::optional<PeriodSource> period_source_named(std::string_view name) noexcept {
  return enumerator_named<PeriodSource>(kPeriodSources, name);
}
std::optional<FactStatus> fact_status_named(std::string_view name) noexcept { return enumerator_named<FactStatus>(kFactStatuses, name); }
std::optional<ChangeDirection> change_direction_named(std::string_view name) noexcept {
  return enumerator_named<ChangeDirection>(kChangeDirections, name);
}
std::optional<ChangeKind> change_kind_named(std::string_view name) noexcept { return enumerator_named<ChangeKind>(kChangeKinds, name); }
std::optional<AttributionKind> attribution_kind_named(std::string_view name) noexcept {
  return enumerator_named<AttributionKind>(kAttributionKinds, name);
}

}  // namespace attest
