// The spelling of enumerations in every output (JSON lines, the store, findings) and back.
#pragma once

#include <optional>
#include <string_view>

#include "record/document.h"
#include "record/mention.h"

namespace attest {

[[nodiscard]] std::string_view name_of(Quantity quantity) noexcept;       // "money", "percentage_point", ...
[[nodiscard]] std::string_view name_of(Bound bound) noexcept;             // "exact", "at_most", ...
[[nodiscard]] std::string_view name_of(DateType type) noexcept;           // "date", "duration", ...
[[nodiscard]] std::string_view name_of(BlockKind kind) noexcept;          // "paragraph", "table_row", ...
[[nodiscard]] std::string_view name_of(PublishedBasis basis) noexcept;    // "given", "none", ...
[[nodiscard]] std::string_view name_of(NameKind kind) noexcept;           // "organisation", "place", ...
[[nodiscard]] std::string_view name_of(AgreementKind kind) noexcept;      // "treaty", "memorandum", ...
[[nodiscard]] std::string_view name_of(AgreementStatus status) noexcept;  // "signed", "in_force", ...
[[nodiscard]] std::string_view name_of(PeriodSource source) noexcept;     // "stated", "context", "none"
[[nodiscard]] std::string_view name_of(FactStatus status) noexcept;       // "actual", "under_way", ...
/// "increase", "decrease", "unchanged"; "" for kNone, which no output shows.
[[nodiscard]] std::string_view name_of(ChangeDirection direction) noexcept;
/// "absolute" or "percent"; "" for a level, which outputs show as null.
[[nodiscard]] std::string_view name_of(ChangeKind kind) noexcept;
[[nodiscard]] std::string_view name_of(AttributionKind kind) noexcept;  // "article", "body", ...
/// The `kind` of a mention: "figure", "date", "agreement", or that of its name.
[[nodiscard]] std::string_view kind_of(const Mention& mention) noexcept;

/// The inverse; nothing for a name that is not in the list.
[[nodiscard]] std::optional<Quantity> quantity_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<Bound> bound_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<DateType> date_type_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<BlockKind> block_kind_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<PublishedBasis> published_basis_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<NameKind> name_kind_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<AgreementKind> agreement_kind_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<AgreementStatus> agreement_status_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<PeriodSource> period_source_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<FactStatus> fact_status_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<ChangeDirection> change_direction_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<ChangeKind> change_kind_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<AttributionKind> attribution_kind_named(std::string_view name) noexcept;

}  // namespace attest
