#include "resolve/party_cue.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace attest {
namespace {

using Kind = PartyCue::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 5> kPlaceKinds = {
    {{"country", Kind::kCountry}, {"region", Kind::kRegion}, {"city", Kind::kCity}, {"area", Kind::kArea}, {"seat", Kind::kSeat}}};

std::optional<Kind> kind_of_place(std::string_view type) noexcept {
  for (const auto& [name, kind] : kPlaceKinds) {
    if (name == type) return kind;
  }
  return std::nullopt;
}

std::optional<PartyCue> cue_of(const DocumentName& found) {
  const Name& name = found.name;
  if (name.kind == NameKind::kOrganisation)
    return PartyCue{Kind::kOrganisation, found.tokens, name.name, name.country, name.type == "media"};
  if (name.kind != NameKind::kPlace) return std::nullopt;
  const auto kind = kind_of_place(name.type);
  if (!kind) return std::nullopt;
  const bool is_its_own = kind == Kind::kCountry || kind == Kind::kRegion || name.country.empty();
  const std::string& own = name.id.empty() ? name.name : name.id;
  return PartyCue{*kind, found.tokens, is_its_own ? own : name.country, name.country, false};
}

/// "Welsh Carson": before another capital, the adjective of a people without a state begins a name of somebody.
bool is_first_name(const TokenView& view, TokenRange tokens) noexcept {
  return tokens.end < view.tokens.size() && view.tokens[tokens.end].has(token_flag::kCapitalised) &&
         !view.tokens[tokens.end].has(token_flag::kFirstInSentence);
}

bool before(const PartyCue& a, const PartyCue& b) noexcept { return a.tokens.begin < b.tokens.begin; }

}  // namespace

PartyCues::PartyCues(const CompiledRules& rules)
    : fields_(rules), demonym_(fields_.type("Demonym")), country_field_(fields_.field("country")), kind_field_(fields_.field("kind")) {}

void PartyCues::add_demonyms(const Chart& chart) {
  if (!demonym_) return;
  const auto names = static_cast<std::ptrdiff_t>(cues_.size());
  for (const AnnotationId id : chart.of_type(*demonym_)) {
    const Annotation& annotation = chart.annotation(id);
    if (fields_.text(chart, annotation, kind_field_) == "people" && is_first_name(chart.view(), annotation.span)) continue;
    PartyCue cue{Kind::kDemonym, annotation.span, std::string(fields_.text(chart, annotation, country_field_)), {}};
    if (fields_.text(chart, annotation, kind_field_) != "region") cue.country = cue.id;
    const auto next = std::upper_bound(cues_.begin(), cues_.begin() + names, cue, before);
    if (next != cues_.begin() && (next - 1)->tokens.end > cue.tokens.begin) continue;
    cues_.push_back(std::move(cue));
  }
  std::sort(cues_.begin(), cues_.end(), before);
}

void PartyCues::read(const Chart& chart, std::span<const DocumentName> names) {
  cues_.clear();
  for (const DocumentName& name : names) {
    if (auto cue = cue_of(name)) cues_.push_back(std::move(*cue));
  }
  add_demonyms(chart);
}

std::span<const PartyCue> PartyCues::within(TokenRange tokens) const noexcept {
  const auto starts_before = [](const PartyCue& cue, std::uint32_t token) { return cue.tokens.begin < token; };
  const auto first = std::lower_bound(cues_.begin(), cues_.end(), tokens.begin, starts_before);
  const auto last = std::lower_bound(first, cues_.end(), tokens.end, starts_before);
  return std::span(cues_).subspan(static_cast<std::size_t>(first - cues_.begin()), static_cast<std::size_t>(last - first));
}

}  // namespace attest
