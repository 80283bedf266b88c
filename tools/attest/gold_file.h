// Gold annotations: what people found in an article, to measure extraction by.
//
//   {"article": "port.txt", "published": "2025-06-17", "mentions": [
//     {"kind": "figure", "start": 21, "end": 35, "text": "US$4.2 billion", "quantity": "money", "value": 4200000000, "unit": "USD"},
//     {"kind": "date", "start": 39, "end": 43, "text": "2024", "start_date": "2024-01-01", "end_date": "2025-01-01", "timex": "2024"}]}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "record/document.h"
#include "record/mention.h"

namespace attest::command {

/// A mention as it is compared, of a person's making or of ours. Numbers are doubles here, since gold files are JSON.
struct Annotation {
  std::string kind;  ///< As `extract` names it: "figure", "organisation" ...
  Span chars;
  std::string text;
  bool doubtful = false;  ///< Neither missed when absent nor wrong when present.
  bool citation = false;  ///< A date that is the year of an author-year citation: not compared.

  std::string quantity;
  std::optional<double> low;  ///< Both are the value where no range is stated.
  std::optional<double> high;
  std::string unit;

  std::string start_date;
  std::string end_date;
  std::string timex;
  std::vector<std::pair<std::string, std::string>> also_intervals;  ///< Other intervals that are right, too.

  std::string name;                    ///< Of organisations, places ...: the full form.
  std::optional<std::uint32_t> count;  ///< Of agreements: how many; 1 where gold says nothing.
  std::optional<double> worth;         ///< Of agreements: the value.
  std::string signed_start;
};

struct GoldFile {
  std::string article;    ///< File name of the text.
  std::string published;  ///< ISO date, or "".
  std::vector<Annotation> mentions;
};

/// Reads a file like the one above. Errors: kNotFound, kFormat.
[[nodiscard]] Result<GoldFile> read_gold_file(const std::string& path);

/// One of our mentions in the same form.
[[nodiscard]] Annotation to_annotation(const Mention& mention, const Document& document);

}  // namespace attest::command
