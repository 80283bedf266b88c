// How many sources stand behind a figure: near-duplicate texts, the same publisher and the same named authority are one.
//
//   independent_sources({{1, "Gazette", ""}, {2, "Herald", ""}}, sketch_of_document)
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "text/text_sketch.h"

namespace attest {

/// One statement of a figure, by whom it is known.
struct StatedBy {
  std::int64_t document = 0;
  std::string publisher;  ///< "" where unknown.
  std::string authority;  ///< The body, person or reference that is named for it; "" for the article itself.
};

/// The sketch of a document's text; may be null.
using SketchOf = std::function<const TextSketch*(std::int64_t document)>;

/// How many independent sources there are among the statements. Texts are compared only where the names leave it open.
[[nodiscard]] std::uint32_t independent_sources(const std::vector<StatedBy>& statements, const SketchOf& sketch_of);

}  // namespace attest
