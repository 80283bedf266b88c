// Stored documents, mentions and facts in words, for `show` and `explain`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/citation.h"

namespace attest::command {

/// Lines "  title      Port results" of what is known of the document; unknown fields are left out.
[[nodiscard]] std::string document_lines(const StoredDocument& document);

/// What the mention says, line by line: its normal form, the rule, and where it stands.
[[nodiscard]] std::string mention_lines(const MentionCitation& cited);

/// What the fact says, line by line: figure, measure, parties, period, status, who states it, and where it stands.
[[nodiscard]] std::string fact_lines(const FactCitation& cited);

/// Where each part of a fact comes from, a line a part. Spans of the steps are bytes of `text`.
[[nodiscard]] std::string fact_step_lines(const std::vector<FactStep>& steps, std::string_view text);

/// The passage with the quote marked, for a terminal or for plain text, with or without what stands around the sentence.
[[nodiscard]] std::string passage_line(const MentionCitation& cited, bool with_context);

/// The steps as a tree, indented by depth: rule or list, the quoted text with its span, the normal form. Spans of the
/// steps are bytes of `text`; the lines speak of code points.
[[nodiscard]] std::string derivation_lines(const std::vector<DerivationStep>& steps, std::string_view text);

}  // namespace attest::command
