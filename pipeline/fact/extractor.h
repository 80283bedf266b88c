// Document in, mentions and facts out: the stages text, engine, resolve and fact in one call.
//
//   auto extractor = Extractor::create({built_in_rules()});
//   if (!extractor) return extractor.error();
//   Extractor::Workspace workspace(*extractor);           // one a thread, reused
//   Extraction extraction = extractor->extract(document, {}, workspace);
//   std::vector<Extraction> all = extractor->extract(documents, {}, workspace);     // faster where documents are short
//
// The same document and rules give the same extraction, whatever the thread or the order.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "engine/rule_file.h"
#include "record/document.h"
#include "record/mention.h"

namespace attest {

/// Tells the metadata of a document what extraction found out about it: the publication date, where none was known, and the language.
void adopt_metadata(const Extraction& extraction, DocumentMetadata& metadata);

struct ExtractOptions {
  bool derivations = false;     ///< Fill Mention::derivation.
  bool sentences_only = false;  ///< Sentences and the language, which take no rules and little time.
};

class RuleSet;

class Extractor {
 public:
  /// Compiles the packs, in order; a later pack adds to the phases of an earlier one. Errors: kRules with all
  /// messages, one a line.
  [[nodiscard]] static Result<Extractor> create(const std::vector<RulePack>& packs);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  /// Scratch memory of one thread.
  class Workspace {
   public:
    explicit Workspace(const Extractor& extractor);
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

   private:
    friend class Extractor;
    struct State;
    std::unique_ptr<State> state_;
  };

  /// A text in a language that the rules are not made for gives its sentences and nothing else (Extraction::has_rules).
  [[nodiscard]] Extraction extract(const Document& document, const ExtractOptions& options, Workspace& workspace) const;
  /// One extraction a document, in order, each as it would be alone.
  [[nodiscard]] std::vector<Extraction> extract(std::span<const Document> documents, const ExtractOptions& options,
                                                Workspace& workspace) const;

  /// The compiled rules, for `attest rules`.
  [[nodiscard]] const RuleSet& rules() const noexcept;
  /// SHA-256 over all rule files: which rules made a store's rows.
  [[nodiscard]] const std::string& rules_digest() const noexcept;

 private:
  struct State;
  explicit Extractor(std::unique_ptr<State> state);
  void extract_together(std::span<const Document> documents, std::span<Extraction> extractions, const ExtractOptions& options,
                        Workspace& workspace) const;
  std::unique_ptr<State> state_;
};

}  // namespace attest
