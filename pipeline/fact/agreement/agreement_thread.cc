#include "fact/agreement/agreement_thread.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ascii.h"
#include "base/sha256.h"
#include "record/names.h"

namespace attest {
namespace {

constexpr std::size_t kFarthestBack = 12;      // how many agreements back a phrase may point
constexpr std::size_t kFarthestInPassing = 2;  // the same for those that the text only touched on
constexpr std::size_t kFarthestTitle = 200;    // how many back a title is looked for

constexpr std::array<std::string_view, 20> kLittleWords = {"a",    "an",  "and",  "for",      "in",      "of",      "on",
                                                           "the",  "to",  "with", "by",       "at",      "s",       "new",
                                                           "this", "its", "two",  "proposed", "between", "existing"};

// The nouns themselves: they tell nothing of which agreement is meant.
constexpr std::array<std::string_view, 16> kNouns = {"agreement",  "deal",     "pact",          "accord",    "treaty",  "contract",
                                                     "memorandum", "protocol", "declaration",   "statement", "charter", "convention",
                                                     "fta",        "letter",   "understanding", "intent"};

// Before a noun they tell the agreement from the one at hand: "its current credit agreement".
constexpr std::array<std::string_view, 14> kOthers = {"previou",  "previous", "current",  "earlier", "old",   "former",  "original",
                                                      "expiring", "other",    "separate", "similar", "prior", "initial", "subsequent"};

void add_word(std::string word, std::vector<std::string>& words) {
  if (word.empty() || is_one_of(word, kLittleWords)) return;
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  words.push_back(std::move(word));
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_subset(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& word) { return contains(all, word); });
}

std::size_t distinctive(const std::vector<std::string>& words) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const std::string& word) { return !is_one_of(word, kNouns); }));
}

/// "Treaty on Eternal Neighborliness" and "Treaty on Eternal Good-Neighborliness": one has all words of the other.
bool same_title(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (std::min(distinctive(a), distinctive(b)) == 0) return false;
  return is_subset(a, b) ? b.size() - a.size() <= 2 && (a.size() == b.size() || distinctive(a) >= 2)
                         : is_subset(b, a) && a.size() - b.size() <= 2 && distinctive(b) >= 2;
}

/// "Free Trade Agreement" behind "a free trade agreement".
bool names_words_of(const std::vector<std::string>& title, const AgreementThread& thread) {
  const auto known = [&](const std::string& word) { return is_one_of(word, kNouns) || contains(thread.words, word); };
  return distinctive(title) > 0 && std::all_of(title.begin(), title.end(), known);
}

/// "deal", "pact" and "agreement" may mean anything; the others only their own kind.
bool fits(AgreementKind phrase, AgreementKind thread) noexcept {
  const bool general = phrase == AgreementKind::kAgreement || phrase == AgreementKind::kDeal;
  const bool contract = phrase == AgreementKind::kContract && (thread == AgreementKind::kAgreement || thread == AgreementKind::kDeal);
  const bool paper = thread == AgreementKind::kStatement || thread == AgreementKind::kDeclaration;
  return phrase == thread || (general && !paper) || contract || (phrase == AgreementKind::kTreaty && thread == AgreementKind::kAgreement) ||
         (phrase == AgreementKind::kStatement && thread == AgreementKind::kDeclaration);
}

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return contains(b, one); });
}

bool same_parties(std::vector<std::string> a, std::vector<std::string> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

/// "its current credit agreement": words that tell it from the one at hand, unless that was called so, too.
bool means_another(const std::vector<std::string>& before, const AgreementThread& thread) {
  return std::any_of(before.begin(), before.end(),
                     [&](const std::string& word) { return is_one_of(word, kOthers) && !contains(thread.words, word); });
}

bool repeats(const AgreementPhrase& phrase, const std::vector<std::string>& before, const PartySet& parties,
             const AgreementThread& thread) {
  if (means_another(before, thread)) return false;
  if (phrase.sentence == thread.last_sentence && phrase.determination == Determination::kIndefinite) return false;  // "a pact and a pact"
  return phrase.kind == thread.agreement.kind && phrase.count == thread.agreement.count && parties.parties.size() >= 2 &&
         same_parties(parties.parties, thread.agreement.parties);
}

bool is_digits(const std::string& word) noexcept {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "the 20-year deal": for how long, or that it is long, is told of any.
bool says_how_long(const std::string& word) noexcept {
  constexpr std::array<std::string_view, 4> kLengths = {"year", "month", "long", "term"};
  constexpr std::size_t kYear = 4;  // "the 1985 deal" tells which
  return (is_digits(word) && word.size() < kYear) || is_one_of(word, kLengths);
}

/// "its 1985 agreement" is none of 1987.
bool is_of_another_year(const AgreementPhrase& phrase, const AgreementThread& thread) {
  constexpr std::size_t kYear = 4;  // letters
  if (phrase.date == nullptr || phrase.date->date()->relative) return false;
  const std::string year = phrase.date->date()->start_date.substr(0, kYear);
  const bool fits = thread.agreement.signed_start.starts_with(year) || contains(thread.words, year);
  return !fits && !thread.agreement.signed_start.empty();
}

bool is_country_code(const std::string& party) noexcept {
  return party.size() == 2 && std::all_of(party.begin(), party.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Whether "the deal" can be this agreement: neither its number, nor its sides, nor the words before its noun speak against it.
bool can_mean(const AgreementPhrase& phrase, const std::vector<std::string>& before, const PartySet& parties,
              const AgreementThread& thread) {
  if (phrase.many && phrase.count && phrase.count != thread.agreement.count) return false;
  if (!fits(phrase.kind, thread.agreement.kind)) return false;
  if (thread.named && phrase.kind == AgreementKind::kContract && thread.agreement.kind != phrase.kind) return false;
  if (means_another(before, thread)) return false;
  // "the trade agreement" is no memorandum on something else
  const bool paper = thread.agreement.kind == AgreementKind::kMemorandum || thread.agreement.kind == AgreementKind::kProtocol;
  constexpr std::array<std::string_view, 4> kPlain = {"tentative", "preliminary", "landmark", "historic"};
  const bool plain = std::all_of(before.begin(), before.end(), [&](const std::string& word) { return is_one_of(word, kPlain); });
  if (paper && !plain && phrase.kind != thread.agreement.kind && thread.words.empty() && !thread.agreement.subject.empty() &&
      !share_one(before, words_of(thread.agreement.subject)))
    return false;
  const std::vector<std::string>& theirs = thread.agreement.parties;
  if (parties.inside > 0 && !share_one(parties.parties, theirs)) return false;
  // "its agreement with Ludlow" is none of two others.
  const std::vector<std::string> linked(parties.parties.begin(), parties.parties.begin() + parties.linked);
  const bool shares = share_one(parties.parties, theirs) && (linked.empty() || share_one(linked, theirs));
  const bool others = theirs.size() >= 2 && !shares;
  if (parties.stated && !parties.parties.empty() && others) return false;
  // "Chile and Peru extended their pact": none of Ludlow and Moss
  const bool states = std::all_of(parties.parties.begin(), parties.parties.end(), is_country_code);
  if (parties.parties.size() >= 2 && states && others) return false;
  if (is_of_another_year(phrase, thread)) return false;
  if (parties.inside >= 2 && !same_parties(parties.parties, theirs)) return false;
  const auto known = [&](const std::string& word) { return contains(thread.words, word); };
  // "the zero duty pact" is not the treaty whose title was told
  const auto in_title = [&](const std::string& word) { return contains(thread.title_words, word) || known(word); };
  constexpr std::ptrdiff_t kTelling = 2;
  const auto telling = std::count_if(before.begin(), before.end(), [](const std::string& word) { return !says_how_long(word); });
  if (thread.named && telling >= kTelling && std::none_of(before.begin(), before.end(), in_title)) return false;
  const bool told = before.empty() || thread.words.empty() || std::any_of(before.begin(), before.end(), known);
  return told ||
         (std::all_of(before.begin(), before.end(), says_how_long) && std::none_of(thread.words.begin(), thread.words.end(), is_digits));
}

void append_slug(std::string& id, std::string_view text) {
  for (const std::string& word : words_of(text)) id += (id.empty() ? "" : "-") + word;
}

}  // namespace

std::vector<std::string> words_of(std::string_view passage) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : passage) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool letter = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || static_cast<unsigned char>(lower) >= 0x80;
    if (letter) {
      word += lower;
    } else if (lower != '\'') {
      add_word(std::move(word), words);
      word.clear();
    }
  }
  add_word(std::move(word), words);
  return words;
}

AgreementThread* AgreementThreads::titled(const AgreementPhrase& phrase) {
  const std::vector<std::string> title = words_of(phrase.title);
  std::size_t steps = 0;
  for (auto thread = threads_.rbegin(); thread != threads_.rend() && steps < kFarthestTitle; ++thread, ++steps) {
    if (thread->named ? same_title(title, thread->title_words) : names_words_of(title, *thread)) return &*thread;
  }
  return nullptr;
}

AgreementThread* AgreementThreads::antecedent(const AgreementPhrase& phrase, const std::vector<std::string>& before,
                                              const std::string& noun, const PartySet& parties) {
  if (phrase.in_brackets && !threads_.empty() && threads_.back().last_end + 1 == phrase.tokens.begin) return &threads_.back();
  if (phrase.weight == AgreementWeight::kNamed) return titled(phrase);
  AgreementThread* in_passing = nullptr;
  AgreementThread* by_other_noun = nullptr;  // "a deal, following a letter": "the deal" is rather the first
  std::size_t steps = 0;
  for (auto thread = threads_.rbegin(); thread != threads_.rend() && steps < kFarthestBack; ++thread, ++steps) {
    if (by_other_noun != nullptr && thread->last_sentence != by_other_noun->last_sentence) break;
    if (thread->many != phrase.many) continue;
    if (phrase.determination != Determination::kDefinite) {
      if (repeats(phrase, before, parties, *thread)) return &*thread;
    } else if (can_mean(phrase, before, parties, *thread)) {
      if (contains(thread->nouns, noun)) return &*thread;
      if (!thread->in_passing) {
        if (by_other_noun == nullptr) by_other_noun = &*thread;
        continue;
      }
      if (in_passing == nullptr && steps < kFarthestInPassing) in_passing = &*thread;
    }
  }
  return by_other_noun != nullptr ? by_other_noun : in_passing;
}

void complete(Agreement& agreement, const Agreement& other) {
  if (agreement.title.empty()) agreement.title = other.title;
  if (agreement.status == AgreementStatus::kUnknown) agreement.status = other.status;
  if (agreement.signed_start.empty()) {
    agreement.signed_start = other.signed_start;
    agreement.signed_end = other.signed_end;
  }
  if (agreement.place.empty()) agreement.place = other.place;
  if (!agreement.value) {
    agreement.value = other.value;
    agreement.value_unit = other.value_unit;
  }
  if (agreement.subject.empty()) agreement.subject = other.subject;
  if (agreement.parties.size() >= 2) return;
  for (const std::string& party : other.parties) {
    if (!contains(agreement.parties, party)) agreement.parties.push_back(party);
  }
}

void drop_short_names(std::vector<std::string>& parties) {
  constexpr std::size_t kLongestCode = 3;  // "US" is no short name of "US Navy"
  // "Moss" beside "Ned Moss and Co"; of several words an end may name another body ("Bank of Norvale", "Export Bank of Norvale").
  const auto is_word_of = [](const std::string& party, const std::string& other) {
    const auto at = other.find(" " + party);
    const std::size_t end = at + 1 + party.size();
    return at != std::string::npos && party.find(' ') == std::string::npos && (end == other.size() || other[end] == ' ');
  };
  const auto is_short = [&](const std::string& party) {
    return std::any_of(parties.begin(), parties.end(), [&](const std::string& other) {
      if (party.size() > kLongestCode && is_word_of(party, other)) return true;
      return party.size() > kLongestCode && other.size() > party.size() && other[party.size()] == ' ' &&
             ascii_lowered(other.substr(0, party.size())) == ascii_lowered(party);
    });
  };
  std::vector<std::string> kept;
  std::copy_if(parties.begin(), parties.end(), std::back_inserter(kept), [&](const std::string& party) { return !is_short(party); });
  parties = std::move(kept);
}

std::string agreement_id(const AgreementThread& thread, std::string_view sentence) {
  const Agreement& agreement = thread.agreement;
  std::string id;
  append_slug(id, agreement.title);
  if (thread.proper && !id.empty()) return id;
  const bool titled = !id.empty() && !agreement.parties.empty();
  const bool one_day = !agreement.signed_start.empty() && agreement.parties.size() >= 2;
  if (id.empty()) append_slug(id, name_of(agreement.kind));
  if (!titled && !one_day) return id + "-" + content_id(sentence).substr(0, 12);
  for (const std::string& party : agreement.parties) append_slug(id, party);
  if (titled) return id;
  return id + "-" + (agreement.count ? std::to_string(*agreement.count) : "some") + "-" + agreement.signed_start;
}

}  // namespace attest
