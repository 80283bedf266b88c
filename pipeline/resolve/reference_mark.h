// References to works: "[2]" joined to the entry that begins with it, and author-year citations ("(Omarova, 2025)",
// "Omarova (2025)") joined to the entry of that author and year.
//
//   References references;
//   references.read(text);
//   if (auto found = references.in(sentence)) use(found->name, found->entry);
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/gazetteer.h"
#include "text/analysis.h"

namespace attest {

struct Reference {
  std::string name;  ///< "[2]", "Omarova, 2025".
  Span bytes;        ///< The mark or citation in the sentence.
  Span entry;        ///< The bibliography entry or footnote; empty where the document has none for it.
};

/// Reused from document to document.
class References {
 public:
  /// Reads the bibliography and the footnotes of a document, which must stay.
  void read(const AnalysedText& text);

  /// The first reference in a sentence of the running text. A bare "[2]" counts where an entry has this mark, or where the
  /// document has no entries at all; "Omarova (2025)" where an entry has this author and year.
  [[nodiscard]] std::optional<Reference> in(const Sentence& sentence) const;

 private:
  void read_entry(const Block& block, std::uint32_t first_token);
  [[nodiscard]] std::string_view word(std::uint32_t token) const noexcept;
  [[nodiscard]] bool is_year(std::uint32_t token) const noexcept;
  [[nodiscard]] std::optional<Reference> mark_at(std::uint32_t token, std::uint32_t end) const;
  [[nodiscard]] std::optional<Reference> citation_at(std::uint32_t token, std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] Span entry_of(std::string_view author, std::string_view year) const;

  const AnalysedText* text_ = nullptr;
  std::map<std::string, Span, std::less<>> by_mark_;  // "2": the entry
  std::multimap<std::string_view, Span> by_author_;   // the first name or surname that the entry opens with
};

}  // namespace attest
