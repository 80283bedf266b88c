// A sentence with its figures and dates, for tests of what is shown of them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "built_in_rules.h"
#include "engine/rule_set.h"
#include "fact/extractor.h"
#include "fact/fact_lexicon.h"
#include "fact/fact_sentence.h"
#include "text/analysis.h"

namespace attest {

inline const Extractor& built_in() {
  static const Extractor extractor = [] { return std::move(*Extractor::create({built_in_rules()})); }();
  return extractor;
}

/// A text of one sentence.
class ShownSentence {
 public:
  explicit ShownSentence(std::string text) : lexicon_(built_in().rules().compiled()), sentence_(lexicon_) {
    document_.source = "test";
    document_.text = std::move(text);
    Extractor::Workspace workspace(built_in());
    mentions_ = built_in().extract(document_, {}, workspace).mentions;
    TextAnalyser(built_in().rules().compiled().vocabulary).analyse(document_.text, analysed_);
    view_ = {analysed_.text, analysed_.tokens};
    sentence_.read(view_, analysed_.sentences.front().tokens, mentions_, 0, {});
  }

  [[nodiscard]] const FactLexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const FactSentence& sentence() const { return sentence_; }
  [[nodiscard]] std::span<const Mention> mentions() const { return mentions_; }
  [[nodiscard]] std::string_view word(std::uint32_t token) const { return view_.word(token); }

 private:
  Document document_;
  FactLexicon lexicon_;
  FactSentence sentence_;
  std::vector<Mention> mentions_;
  AnalysedText analysed_;
  TokenView view_;
};

}  // namespace attest
