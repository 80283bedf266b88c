// PDF, through poppler.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/document.h"

namespace attest {

/// True where a PDF's mark stands in the first 1,024 bytes.
[[nodiscard]] bool begins_like_pdf(std::string_view bytes) noexcept;

/// The text of all pages in reading order (columns one after the other), with tabs between the cells of tables (pdf_table.h). Its origins
/// are pages. Words divided at line ends are joined; page
/// numbers, and lines that stand first or last on several pages alike, are left out. Title, author and day of creation
/// from the document's properties. Errors, without `where`: kUnreadable for an encrypted file, kFormat for a broken one
/// and for one without text (a scan), kTooLarge.
[[nodiscard]] Result<Document> read_pdf(std::string_view bytes);

struct JoinedPages {
  std::string text;
  std::vector<Origin> origins;  ///< Where each page begins.
};

/// The lines of the pages as `read_pdf` joins them.
[[nodiscard]] JoinedPages join_pages(const std::vector<std::string>& pages);

}  // namespace attest
