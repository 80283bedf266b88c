// NUL characters, which formats can smuggle in (JSON's \u0000, broken PDF fonts) and which no canonical text has.
#pragma once

#include <string>

#include "record/document.h"

namespace attest {

/// Takes NUL characters out of a document's text and metadata.
inline void erase_nul(Document& document) {
  DocumentMetadata& metadata = document.metadata;
  for (std::string* field : {&document.text, &metadata.title, &metadata.publisher, &metadata.author, &metadata.url, &metadata.language}) {
    std::erase(*field, '\0');
  }
}

}  // namespace attest
