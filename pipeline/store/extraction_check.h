// Is an extraction one of this very text? Whatever `load` reads from elsewhere, no row of it may cite a passage that
// is not there.
#pragma once

#include <optional>

#include "base/result.h"
#include "store/store.h"
#include "text/code_points.h"

namespace attest {

/// The first thing that keeps a document out of the store: no source, text that is no UTF-8 or holds NUL, a malformed
/// publication date, spans that are empty, out of range, out of order or not the same in bytes and code points, a
/// mention outside its sentence, low over high, a malformed day, a fact without its figure. `where` of the error is the document's source.
/// `code_points` indexes the document's text.
[[nodiscard]] std::optional<Error> find_fault(const ExtractedDocument& extracted, const CodePointIndex& code_points);

}  // namespace attest
