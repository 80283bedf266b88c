// Any text in UTF-8 can be read for what it states, and every mention cuts out of it what lies inside its sentence.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "built_in_rules.h"
#include "fact/extractor.h"
#include "read/utf8_survey.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const attest::Extractor extractor = std::move(*attest::Extractor::create({attest::built_in_rules()}));
  attest::Document document;
  document.text.assign(reinterpret_cast<const char*>(data), size);
  document.metadata.published = "2024-03-11";
  if (!attest::is_utf8(document.text)) return 0;
  attest::Extractor::Workspace workspace(extractor);
  const attest::Extraction extraction = extractor.extract(document, {true}, workspace);
  for (const attest::Mention& mention : extraction.mentions) {
    if (mention.bytes.empty() || mention.bytes.end > size || !mention.sentence_chars.contains(mention.chars)) std::abort();
  }
  for (const attest::Fact& fact : extraction.facts) {
    if (fact.figure >= extraction.mentions.size() || extraction.mentions[fact.figure].figure() == nullptr) std::abort();
  }
  return 0;
}
