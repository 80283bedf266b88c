// Direct speech: the passages between quotation marks, continued over paragraphs that each open with a mark and do not close.
//
//   for (const Quotation& quotation : quotations_of(text)) ...
#pragma once

#include <cstdint>
#include <vector>

#include "text/analysis.h"

namespace attest {

/// One speech, from behind its opening mark to its closing one. Several paragraphs make several parts.
struct Quotation {
  TokenRange tokens;       ///< Without the marks.
  bool continues = false;  ///< It goes on with the speech of the quotation before it, which did not close.
};

/// The quotations of a text, in order; single words and short phrases in marks are no speech: `kShortestSpeech` tokens are the
/// least. Quotations do not cross blocks; a mark that nothing closes holds to the end of its block where the next block opens
/// with a mark (the usual style of continued speech), and opens nothing else. Linear.
[[nodiscard]] std::vector<Quotation> quotations_of(const AnalysedText& text);

inline constexpr std::uint32_t kShortestSpeech = 5;

}  // namespace attest
