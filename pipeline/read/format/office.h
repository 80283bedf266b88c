// Word processors' documents: Office Open XML (.docx) and OpenDocument (.odt).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "record/document.h"

namespace attest {

/// True where bytes begin like a zip archive whose first entry is one of such a document.
[[nodiscard]] bool begins_like_office(std::string_view bytes) noexcept;

/// Paragraphs, headings, list items ("- ") and tables (a row a line, tabs between cells); what change tracking deleted,
/// comments, headers, footers and notes are left out. Title, author, day of creation and language from the document's
/// properties. Errors, without `where`: kFormat (damaged; another kind of document; no text), kUnreadable (encrypted),
/// kTooLarge.
[[nodiscard]] Result<Document> read_office(std::string_view bytes);

}  // namespace attest
