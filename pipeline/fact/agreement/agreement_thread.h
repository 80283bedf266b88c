// Mentions of one agreement in a document, joined: a title and its variants, "the deal" and what it points back to, a headline and
// the sentence that repeats it.
//
//   AgreementThreads threads;
//   threads.reset();
//   AgreementThread* same = threads.antecedent(phrase, words_before, noun, parties);
//   if (same == nullptr) same = &threads.open();
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "fact/agreement/agreement_event.h"
#include "fact/agreement/agreement_phrase.h"
#include "fact/agreement/party_set.h"
#include "record/agreement.h"

namespace attest {

/// One agreement of the document and the phrases that speak of it.
struct AgreementThread {
  Agreement agreement;
  std::vector<std::string> words;      ///< Lower-case content words of its phrases: "free", "trade".
  std::vector<std::uint32_t> phrases;  ///< Indices in AgreementPhrases::all().
  std::uint32_t last_sentence = 0;     ///< The sentence of the last of its phrases.
  std::uint32_t last_end = 0;          ///< Where the last of its phrases ends.
  std::vector<std::string> title_words;
  bool many = false;
  bool named = false;
  bool in_passing = false;         ///< First mentioned as something known, with nothing said of it: "after the Louvre accord".
  std::vector<std::string> nouns;  ///< Lower-case nouns of its phrases: "accord".
  bool proper = false;             ///< Its title holds a name, which makes it the only one ("Paris Agreement", not "Free Trade Agreement").
};

/// The content words of a passage in lower case, without a plural "s"; "good-neighbourliness" is two.
[[nodiscard]] std::vector<std::string> words_of(std::string_view passage);

/// Reused from document to document.
class AgreementThreads {
 public:
  void reset() { threads_.clear(); }

  /// The agreement that a phrase means, if one before it can be meant; nullptr where it speaks of another. `before` are the words
  /// of its phrase in front of the noun, `noun` is the noun in lower case.
  [[nodiscard]] AgreementThread* antecedent(const AgreementPhrase& phrase, const std::vector<std::string>& before, const std::string& noun,
                                            const PartySet& parties);
  /// A new agreement.
  AgreementThread& open() { return threads_.emplace_back(); }
  /// The last one; there must be one.
  [[nodiscard]] AgreementThread& last() { return threads_.back(); }
  [[nodiscard]] bool empty() const noexcept { return threads_.empty(); }
  [[nodiscard]] std::deque<AgreementThread>& all() noexcept { return threads_; }

 private:
  [[nodiscard]] AgreementThread* titled(const AgreementPhrase& phrase);

  std::deque<AgreementThread> threads_;
};

/// Takes over what a thread does not know yet.
void complete(Agreement& agreement, const Agreement& other);

/// Leaves out parties whose name begins the name of another one: "Compaq" beside "Compaq Computer Corp".
void drop_short_names(std::vector<std::string>& parties);

/// The id of an agreement, the same in every document that gives the same title (with the same parties, where the title is no proper
/// one), or for agreements without a title the same parties, kind, count and day; else made of the passage `sentence` in which the
/// document first mentions it, of the second in a sentence from its phrase on.
[[nodiscard]] std::string agreement_id(const AgreementThread& thread, std::string_view sentence);

}  // namespace attest
