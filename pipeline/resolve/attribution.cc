#include "resolve/attribution.h"

#include <algorithm>
#include <array>

namespace attest {
namespace {

constexpr std::array<std::string_view, 5> kBases = {"none", "stated", "quotation", "reference", "continued"};
static_assert(static_cast<std::size_t>(SourceBasis::kContinued) + 1 == kBases.size());

bool states_facts(BlockKind kind) noexcept { return kind != BlockKind::kBibliography && kind != BlockKind::kFurniture; }

}  // namespace

std::string_view name_of(SourceBasis basis) noexcept { return kBases[static_cast<std::size_t>(basis)]; }

AttributionResolver::AttributionResolver(const CompiledRules& rules)
    : fields_(rules), speech_type_(fields_.type("Speech")), side_(fields_.field("side")), speakers_(rules) {}

void AttributionResolver::resolve(const Chart& chart, std::span<const Mention> mentions) {
  text_ = &chart.text();
  sources_.assign(text_->sentences.size(), {});
  speakers_.read(chart.view(), mentions);
  references_.read(*text_);
  quotations_ = quotations_of(*text_);
  collect_cues(chart);
  for (std::size_t sentence = 0; sentence < sources_.size(); ++sentence) resolve_sentence(sentence);
  spread_quotations();
}

void AttributionResolver::collect_cues(const Chart& chart) {
  cues_.clear();
  first_cues_.assign(sources_.size() + 1, 0);
  if (speech_type_) {
    for (const AnnotationId id : chart.of_type(*speech_type_)) {
      const Annotation& annotation = chart.annotation(id);
      cues_.push_back({annotation.span, fields_.text(chart, annotation, side_) == "behind"});
    }
    std::sort(cues_.begin(), cues_.end(), [](const Cue& a, const Cue& b) { return a.tokens.begin < b.tokens.begin; });
  }
  std::size_t cue = 0;
  for (std::size_t sentence = 0; sentence < sources_.size(); ++sentence) {
    first_cues_[sentence] = cue;
    while (cue < cues_.size() && cues_[cue].tokens.begin < text_->sentences[sentence].tokens.end) ++cue;
  }
  first_cues_.back() = cue;
}

void AttributionResolver::set(std::size_t sentence, const Attribution& attribution, SourceBasis basis, Span bytes) {
  sources_[sentence] = {attribution, basis, bytes, {}, 0};
}

/// ", which, President Moss told Reuters, is": where the relative clause begins that the speaker is put into; 0 for a speaker of the whole
/// sentence.
std::uint32_t AttributionResolver::relative_around(const Sentence& sentence, Span speaker) const {
  constexpr std::uint32_t kTitle = 6;  // words before the name
  const TokenView view{text_->text, text_->tokens};
  std::uint32_t token = sentence.tokens.begin;
  while (token < sentence.tokens.end && view.tokens[token].begin < speaker.begin) ++token;
  const std::uint32_t limit = std::max(sentence.tokens.begin + 1, token - std::min(token, kTitle));
  while (token > limit && view.tokens[token - 1].kind == TokenKind::kWord) --token;
  const bool inserted = token > limit && view.word(token - 1) == "," && (view.word(token - 2) == "which" || view.word(token - 2) == "who");
  return inserted ? view.tokens[token - 2].begin : 0;
}

const Quotation* AttributionResolver::quotation_at(std::uint32_t token) const noexcept {
  const auto found = std::upper_bound(quotations_.begin(), quotations_.end(), token,
                                      [](std::uint32_t t, const Quotation& quotation) { return t < quotation.tokens.end; });
  return found != quotations_.end() && found->tokens.begin <= token ? &*found : nullptr;
}

/// Who the sentence itself says is speaking. What a speaker says of others' speech is not it.
std::optional<Speaker> AttributionResolver::speaker_in(std::size_t sentence, bool outside_quotations) const {
  const TokenRange tokens = text_->sentences[sentence].tokens;
  for (std::size_t i = first_cues_[sentence]; i < first_cues_[sentence + 1]; ++i) {
    if (outside_quotations && quotation_at(cues_[i].tokens.begin) != nullptr) continue;
    auto found = cues_[i].behind ? speakers_.behind(cues_[i].tokens.end, tokens) : speakers_.subject_of(cues_[i].tokens, tokens);
    if (found) return found;
  }
  return std::nullopt;
}

void AttributionResolver::resolve_sentence(std::size_t sentence) {
  const Sentence& self = text_->sentences[sentence];
  if (!states_facts(text_->blocks[self.block].kind)) return;
  if (const auto speaker = speaker_in(sentence, true)) {
    speakers_.remember(*speaker);
    set(sentence, speaker->attribution, SourceBasis::kStated, speaker->bytes);
    sources_[sentence].holds_from = relative_around(self, speaker->bytes);
    return;
  }
  if (const auto reference = references_.in(self)) {
    sources_[sentence] = {{AttributionKind::kReference, reference->name}, SourceBasis::kReference, reference->bytes, reference->entry, 0};
    return;
  }
  const bool follows = sentence > 0 && text_->sentences[sentence - 1].block == self.block;
  if (!follows || !speakers_.lexicon().continues({text_->text, text_->tokens}, self.tokens.begin, self.tokens.end)) return;
  const SentenceSource& before = sources_[sentence - 1];
  if (before.basis == SourceBasis::kStated || before.basis == SourceBasis::kContinued) {
    set(sentence, before.attribution, SourceBasis::kContinued, before.bytes);
  }
}

/// A quotation that opens a sentence goes on with the speaker of the sentence before it in the paragraph, or of the paragraph that
/// leads to it with a colon or ends with a quotation itself.
bool AttributionResolver::can_follow(std::size_t sentence, const Quotation& quotation) const noexcept {
  if (sentence == 0 || quotation.tokens.begin > text_->sentences[sentence].tokens.begin + 1) return false;
  const Sentence& before = text_->sentences[sentence - 1];
  if (before.block == text_->sentences[sentence].block || text_->text[before.bytes.end - 1] == ':') return true;
  const auto last = std::upper_bound(quotations_.begin(), quotations_.end(), before.tokens.begin,
                                     [](std::uint32_t t, const Quotation& other) { return t < other.tokens.end; });
  return last != quotations_.end() && last->tokens.begin < before.tokens.end;
}

/// The sentences of a quotation have one speaker: the one whom any of them names outside the marks, or who spoke before.
void AttributionResolver::spread_quotations() {
  const auto holds = [this](const Quotation& quotation, std::size_t sentence) {
    const TokenRange tokens = text_->sentences[sentence].tokens;
    return tokens.begin < quotation.tokens.end && quotation.tokens.begin < tokens.end;
  };
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < quotations_.size();) {
    std::size_t next = i + 1;
    while (next < quotations_.size() && quotations_[next].continues) ++next;
    while (sentence < sources_.size() && !holds(quotations_[i], sentence)) ++sentence;
    const std::size_t first = sentence;
    std::size_t end = first;
    const std::uint32_t last_token = quotations_[next - 1].tokens.end;
    while (end < sources_.size() && text_->sentences[end].tokens.begin < last_token) ++end;
    const SentenceSource* source = nullptr;
    for (std::size_t s = first; s < end && source == nullptr; ++s) {
      if (sources_[s].basis == SourceBasis::kStated) source = &sources_[s];
    }
    if (source == nullptr && can_follow(first, quotations_[i])) {
      const SentenceSource& before = sources_[first - 1];
      if (before.basis == SourceBasis::kStated || before.basis == SourceBasis::kQuotation) source = &before;
    }
    for (std::size_t s = first; s < end && source != nullptr; ++s) {
      if (sources_[s].basis != SourceBasis::kStated) set(s, source->attribution, SourceBasis::kQuotation, source->bytes);
    }
    sentence = first;
    i = next;
  }
}

}  // namespace attest
