// Names of a document to mentions.
#pragma once

#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "record/mention.h"
#include "resolve/name_resolver.h"

namespace attest {

class NameBuilder {
 public:
  explicit NameBuilder(const CompiledRules& rules) : rules_(&rules) {}

  /// Adds the mentions of `names` to `mentions`, which are and stay in order of position. Figures and dates that are part of a
  /// name ("G20") are taken out; names in bibliographies and furniture make no mention.
  void build(const Chart& chart, std::span<const DocumentName> names, bool derivations, std::vector<Mention>& mentions) const;

 private:
  const CompiledRules* rules_;
};

}  // namespace attest
