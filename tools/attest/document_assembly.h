// Records that belong to one document, put together again in whatever order they come.
//
//   DocumentAssembly assembly;
//   if (auto complete = assembly.add(line)) store(*complete);      // as soon as the last record has come
//   for (auto& rest : assembly.finish(report)) store(rest);
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "record_line.h"
#include "store/store.h"

namespace attest::command {

/// A document with all its records, as the store takes it.
struct AssembledDocument {
  ExtractedDocument extracted;
  std::string program_version;
  std::string rules_digest;
};

/// Holds the documents of which records are still to come: memory grows with how far their lines lie apart, not with the input.
/// Documents whose writer did not count its records stay until `finish`.
class DocumentAssembly {
 public:
  /// Takes a record. The document, where this was its last one.
  [[nodiscard]] std::optional<AssembledDocument> add(RecordLine line);

  /// The documents whose writer did not count, in order of arrival. One that lacks records or its text is an error of code kFormat
  /// that says what is missing; one that was complete before is passed over, since its lines were only given twice.
  [[nodiscard]] std::vector<AssembledDocument> finish(const std::function<void(const Error&)>& failure);

 private:
  struct Open {
    std::uint64_t order = 0;
    std::optional<DocumentLine> document;
    std::vector<SentenceRecord> sentences;
    std::vector<Mention> mentions;
    std::vector<FactLine> facts;
    std::set<std::tuple<std::size_t, std::size_t, Span>> seen;  // kinds of record and content, and span: no document has two such

    [[nodiscard]] bool is_complete() const;
    [[nodiscard]] std::string missing() const;
  };

  static void take(Open& open, RecordLine line);
  [[nodiscard]] static AssembledDocument assemble(Open open);

  std::unordered_map<std::string, Open> open_;
  std::unordered_set<std::string> done_;
  std::uint64_t arrivals_ = 0;
};

}  // namespace attest::command
