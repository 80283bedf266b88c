// The findings of a check as one HTML page that needs nothing else: no network, no scripts.
//
//   std::string html;
//   ReportPage page("facts.db", counts, html);
//   for (const ReportedFinding& finding : findings) page.add(finding);
//   page.finish();
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"

namespace attest {

/// A statement of a finding with its passage.
struct ReportedStatement {
  std::string role;    ///< "figure", "part", "total", ...
  std::string source;  ///< Title or address of the article, publisher and day, as they are to be read.
  std::string place;   ///< "line 12".
  std::string sentence;
  Span quote_in_sentence;  ///< Bytes of `sentence`.
  std::string quote;
  std::string unit;           ///< Only figures of one unit are drawn on one scale.
  std::optional<double> low;  ///< What the figure may stand for; nothing for an open end.
  std::optional<double> high;
};

struct ReportedFinding {
  std::string id;
  std::string check;
  std::string verdict;
  std::string severity;
  std::string summary;
  std::string arithmetic;
  std::string judgement;  ///< What a person decided, with the note; "" for nothing.
  std::uint32_t independent_sources = 1;
  std::vector<ReportedStatement> statements;
};

class ReportPage {
 public:
  /// Begins the page; `counts` are verdicts with the number of their findings, in the order in which they are to be read.
  ReportPage(std::string_view title, const std::vector<std::pair<std::string, std::uint64_t>>& counts, std::string& out);

  /// Appends a finding: its words, its intervals drawn, its passages with the figures marked.
  void add(const ReportedFinding& finding);
  /// Ends the page.
  void finish();

 private:
  std::string* out_;
};

/// `text` for the body or an attribute of HTML: &, <, >, " and ' as character references.
void append_html(std::string& out, std::string_view text);

/// The intervals on one scale as an SVG picture, a row a statement; "" where fewer than two can be drawn together. Open ends fade out
/// at the border.
[[nodiscard]] std::string interval_picture(const std::vector<ReportedStatement>& statements);

}  // namespace attest
