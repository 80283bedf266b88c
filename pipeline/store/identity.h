// Ids by content: the same article and rules give the same ids on every machine, in every order of ingest.
//
//   std::string id = document_id("news/steel.txt", sha256_hex(text));
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "record/mention.h"

namespace attest {

/// The id of one text at one address: 32 hexadecimal digits over `uri` and the text's SHA-256 (64 hexadecimal
/// digits). Metadata, time and version are not part of it.
[[nodiscard]] std::string document_id(std::string_view uri, std::string_view text_sha256);

/// What a mention says, as one line: its fields in the order of the records, joined by tabs. Decimals are exact and
/// without trailing zeros, so that 43.80 and 43.8 with the same rounding are the same form.
[[nodiscard]] std::string normal_form(const Mention& mention);

/// How many digits of a mention's id are those of its document.
inline constexpr std::size_t kSharedIdDigits = 8;

/// The id of a mention: the first kSharedIdDigits digits of its document's id, then 24 hexadecimal digits over the whole of
/// that id, its kind ("figure", "date"), its span in code points and its normal form. The rule that found it is not part of it.
/// The shared beginning keeps the ids of a document together in the index of ids. Random ones make every batch rewrite nearly
/// all of its pages: with 260,000 mentions in batches of 256 documents the index costs 2 microseconds a mention instead of 5.
[[nodiscard]] std::string mention_id(std::string_view document_id, std::string_view kind, Span chars, std::string_view normal_form);

/// The id of a fact, made like that of a mention: of its document, the span and normal form of its figure, and what it says.
[[nodiscard]] std::string fact_id(std::string_view document_id, const Mention& figure, const Fact& fact);

}  // namespace attest
