// Who speaks at a verb of saying or behind "according to": the name that is its subject, or the body or person that a pronoun or
// a description ("the ministry", "Chinese officials", "he") stands for.
//
//   SpeakerFinder finder(rules);
//   finder.read(chart.view(), mentions);
//   auto speaker = finder.subject_of(verb, sentence);
//   if (speaker) finder.remember(*speaker);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "resolve/name_places.h"
#include "resolve/speaker_lexicon.h"
#include "resolve/title_index.h"

namespace attest {

struct Speaker {
  Attribution attribution;
  Span bytes;  ///< The words that name the speaker, here or, for a pronoun, the pronoun.
};

/// Works through a document from its beginning: what "he" means depends on who spoke before. Reused from document to document.
class SpeakerFinder {
 public:
  explicit SpeakerFinder(const CompiledRules& rules) : lexicon_(rules), titles_(lexicon_) {}
  SpeakerFinder(const SpeakerFinder&) = delete;
  SpeakerFinder& operator=(const SpeakerFinder&) = delete;

  /// Begins a document; what the views show must stay.
  void read(const TokenView& view, std::span<const Mention> mentions);

  /// The subject of a verb inside a sentence: before it ("the ministry said", "Ana Lopes, the mayor, has said"), or behind it
  /// where a quotation or a comma stands before ("…, said Lopes").
  [[nodiscard]] std::optional<Speaker> subject_of(TokenRange verb, TokenRange sentence) const;
  /// The speaker whose description begins at a token ("according to | the port's director, Ana Lopes").
  [[nodiscard]] std::optional<Speaker> behind(std::uint32_t token, TokenRange sentence) const;
  /// Pronouns and bare descriptions from now on may mean this speaker.
  void remember(const Speaker& speaker);

  [[nodiscard]] const SpeakerLexicon& lexicon() const noexcept { return lexicon_; }
  [[nodiscard]] const NamePlaces& places() const noexcept { return places_; }

 private:
  [[nodiscard]] const Name& name_of(const NamePlace& place) const noexcept { return *mentions_[place.mention].name(); }
  [[nodiscard]] bool is(std::uint32_t token, std::string_view word) const noexcept;
  [[nodiscard]] bool is_quote(std::uint32_t token) const noexcept;
  [[nodiscard]] bool ends_clause(std::uint32_t token) const noexcept;
  [[nodiscard]] Span bytes_of(TokenRange tokens) const noexcept;
  [[nodiscard]] std::uint32_t skip_back(std::uint32_t end, std::uint32_t limit) const;
  [[nodiscard]] std::optional<Speaker> before(std::uint32_t end, TokenRange sentence) const;
  [[nodiscard]] std::optional<Speaker> across_apposition(std::uint32_t comma, TokenRange sentence) const;
  [[nodiscard]] std::optional<Speaker> named(const NamePlace& place) const;
  [[nodiscard]] std::optional<Speaker> named_at_end(const NamePlace& place, TokenRange sentence) const;
  [[nodiscard]] std::optional<Speaker> described(const SpeakerWord& word, TokenRange sentence, std::uint32_t end) const;
  [[nodiscard]] std::optional<Speaker> described_title(const SpeakerWord& word, TokenRange phrase, std::uint32_t end) const;
  [[nodiscard]] TokenRange without_description(TokenRange phrase) const;
  [[nodiscard]] std::optional<Speaker> described_body(const SpeakerWord& word, TokenRange phrase, std::uint32_t end) const;
  [[nodiscard]] std::optional<Speaker> owner_of_document(const SpeakerWord& word, TokenRange phrase) const;
  [[nodiscard]] std::optional<Speaker> meant_by(const SpeakerWord& pronoun, TokenRange sentence) const;
  [[nodiscard]] std::optional<Speaker> nearest(NameKind kind, std::uint32_t token) const;
  [[nodiscard]] std::optional<Speaker> nearest_body(std::string_view type, std::uint32_t token) const;
  [[nodiscard]] std::optional<Speaker> unknown_person(std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] TokenRange phrase_of(const SpeakerWord& word, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t limit_behind(std::uint32_t token, TokenRange sentence) const;

  SpeakerLexicon lexicon_;
  TitleIndex titles_;
  NamePlaces places_;
  TokenView view_;
  std::span<const Mention> mentions_;
  std::optional<Speaker> last_person_;
  std::optional<Speaker> last_body_;
  std::optional<Speaker> last_group_;
};

}  // namespace attest
