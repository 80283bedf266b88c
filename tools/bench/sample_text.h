// Text for the benchmarks: more than a processor's cache holds, and no two sentences alike, so that a stage is measured
// as it runs over an archive and not over one hot paragraph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "record/document.h"

namespace attest::bench {

/// Articles for all benchmarks of a program, made once: `made_articles`, or, where the environment variable
/// ATTEST_BENCH_INPUT names a file or folder, what the reader makes of it. A file that holds nothing ends the program.
const std::vector<Document>& sample_articles();

/// Bytes of all their texts.
std::size_t sample_bytes();

/// Articles of some four kilobytes, in all at least `bytes`. Words follow Zipf's law over invented words and common English
/// ones; about two sentences in five state a figure or a date. The same arguments give the same articles.
std::vector<Document> made_articles(std::size_t bytes, std::uint64_t seed);

}  // namespace attest::bench
