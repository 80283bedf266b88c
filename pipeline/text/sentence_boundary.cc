#include "text/sentence_boundary.h"

#include <algorithm>
#include <string_view>

#include "text/abbreviation.h"
#include "text/sentence_closing.h"
#include "text/sentence_enumerator.h"
#include "text/sentence_word.h"

namespace attest {
namespace {

// The kind of thing that follows a terminator, once opening quotation marks, brackets and dashes are looked through.
enum class FollowKind : std::uint8_t { kNothing, kLower, kUpper, kNumber, kSymbol, kPause, kCaseless };

struct Follow {
  FollowKind kind = FollowKind::kNothing;
  std::uint32_t word = 0;  // the token that decided
  bool quoted = false;     // a quotation mark stands before it
  bool bracketed = false;  // a bracket stands before it
  bool starter = false;    // it often starts sentences
  bool dashed = false;     // a dash between spaces stands before it
};

// What stands before the point.
enum class Before : std::uint8_t { kWord, kTitle, kInner, kSuffix, kDate, kNumber, kTime, kInitial, kPronounI, kEnumerator };

class Judge {
 public:
  Judge(const SentenceTokens& tokens, const SentenceState& state, std::uint32_t at)
      : tokens_(tokens), state_(state), closing_(read_closing(tokens, at, state.block_end, state.inside_quotes)), at_(at) {}

  Boundary decide() const {
    const std::uint32_t next = closing_.next;
    if (next >= state_.block_end) return {true, state_.block_end};
    return {is_end(next), next};
  }

 private:
  bool is_end(std::uint32_t next) const {
    if (closing_.mark == SentenceMark::kFullStop) return true;
    if (begins_word() || is_omission()) return false;
    if (tokens_.glued(next)) return !inside_bracket() && ends_glued(next);
    const Follow follow = look_after(next);
    return ends_before(follow, next) && !inside_bracket();
  }

  bool ends_before(const Follow& follow, std::uint32_t next) const {
    if (follow.kind == FollowKind::kNothing || follow.kind == FollowKind::kPause) return false;
    if (follow.kind == FollowKind::kCaseless) return true;
    if (closing_.mark == SentenceMark::kEllipsis) return ends_after_ellipsis(follow);
    if (closing_.mark == SentenceMark::kTerminator) return ends_after_exclamation(follow, next);
    return ends_after_point(follow, next);
  }

  // ".NET", ".jpeg", "!Kung": the mark belongs to the word after it.
  bool begins_word() const {
    const bool opens = closing_.last == at_ && tokens_.is_mark(at_) && !tokens_.glued(at_) && at_ + 1 < state_.block_end &&
                       tokens_.glued(at_ + 1) && !tokens_.is_mark(at_ + 1);
    return opens || (closing_.mark != SentenceMark::kStop && at_ == state_.first);
  }

  // "[...]" and "(...)" stand for words left out.
  bool is_omission() const {
    return closing_.mark == SentenceMark::kEllipsis && at_ > state_.first && closing_.closers != 0 &&
           (tokens_.is(at_ - 1, '[') || tokens_.is(at_ - 1, '('));
  }

  // A bracket that opened inside the sentence and closes soon: the sentence goes on behind it.
  bool inside_bracket() const {
    constexpr std::uint32_t kFarthest = 60;
    if (state_.brackets <= closing_.brackets || state_.bracket == state_.first) return false;
    const std::uint32_t end = std::min(state_.block_end, closing_.next + kFarthest);
    for (std::uint32_t i = closing_.next; i < end; ++i) {
      if (tokens_.is(i, ')')) return true;
    }
    return false;
  }

  Follow look_after(std::uint32_t next) const {
    constexpr std::uint32_t kMarks = 4;
    Follow follow;
    std::uint32_t i = next;
    for (; i < state_.block_end && i < next + kMarks && tokens_.is_mark(i); ++i) {
      const SentenceMark mark = tokens_.mark(i);
      if (mark == SentenceMark::kBullet) return {FollowKind::kSymbol, i, false, false, true};
      if (mark == SentenceMark::kQuote || mark == SentenceMark::kOpener || mark == SentenceMark::kCloser) {
        (tokens_.is(i, '(') || tokens_.is(i, '[') ? follow.bracketed : follow.quoted) = true;
      } else if (mark == SentenceMark::kDash || tokens_.is(i, '_')) {
        follow.dashed = i == next && i + 1 < state_.block_end && !tokens_.glued(i + 1);
      } else if (!tokens_.is(i, '*')) {
        follow.kind = other_mark(mark, i);
        follow.word = i;
        return follow;
      }
    }
    if (i < state_.block_end && !tokens_.is_mark(i)) classify_word(i, follow);
    return follow;
  }

  FollowKind other_mark(SentenceMark mark, std::uint32_t i) const {
    if (mark == SentenceMark::kEllipsis) return FollowKind::kUpper;
    if (mark == SentenceMark::kStop) return begins_name(i) ? FollowKind::kUpper : FollowKind::kPause;
    const bool pause = mark == SentenceMark::kPause || may_terminate(mark) || tokens_.is(i, '/') || tokens_.is(i, '%') ||
                       tokens_.is(i, '&') || tokens_.is(i, '=') || tokens_.is(i, '+');
    return pause ? FollowKind::kPause : FollowKind::kSymbol;
  }

  bool begins_name(std::uint32_t i) const { return i + 1 < state_.block_end && tokens_.glued(i + 1) && tokens_.is_capitalised(i + 1); }

  void classify_word(std::uint32_t i, Follow& follow) const {
    follow.word = i;
    if (tokens_.is_number(i)) {
      follow.kind = FollowKind::kNumber;
    } else if (tokens_.is_caseless(i)) {
      follow.kind = FollowKind::kCaseless;
    } else if (!tokens_.is_lower(i) || has_inner_capital(i)) {
      follow.kind = FollowKind::kUpper;
      const bool compound = i + 1 < state_.block_end && tokens_.glued(i + 1) && tokens_.mark(i + 1) == SentenceMark::kDash;
      follow.starter = !compound && is_sentence_starter(tokens_.surface(i));
    } else {
      follow.kind = FollowKind::kLower;
    }
  }

  // "iPhone", "eBay": a name, whatever its first letter.
  bool has_inner_capital(std::uint32_t i) const {
    const std::string_view word = tokens_.surface(i);
    return word.size() > 2 && word[1] >= 'A' && word[1] <= 'Z';
  }

  bool sentence_starts_lower() const { return tokens_.is_lower(state_.first) && !read_enumerator(tokens_, state_.first, state_.block_end); }

  // "no.Today": a missing space between a small letter (or a closing mark, or a number) and a capitalised word.
  bool ends_glued(std::uint32_t next) const {
    std::uint32_t word = next;
    if (tokens_.mark(word) == SentenceMark::kQuote || tokens_.mark(word) == SentenceMark::kOpener) ++word;
    if (word >= state_.block_end || tokens_.is_mark(word) || tokens_.is_number(word)) return false;
    if (closing_.mark == SentenceMark::kEllipsis || tokens_.ends_with_point(at_) || tokens_.ends_with_point(word)) return false;
    if (tokens_.is_caseless(word)) return true;
    const bool shouted = tokens_[word].has(token_flag::kAllCaps) && tokens_.surface(word).size() > 1;
    if (!tokens_.is_capitalised(word) || shouted || goes_on_glued(word)) return false;
    return closing_.mark == SentenceMark::kStop ? before_point() == Before::kWord && ends_small() : ends_small();
  }

  bool goes_on_glued(std::uint32_t word) const {
    const std::uint32_t mark = word + 1;
    if (mark + 1 >= state_.block_end || !tokens_.glued(mark)) return false;
    const bool joins = tokens_.is(mark, '.') || tokens_.is(mark, '@') || tokens_.is(mark, '/') || tokens_.is(mark, '_');
    return joins && tokens_.glued(mark + 1) && !tokens_.is_mark(mark + 1);
  }

  bool ends_small() const {
    if (at_ == state_.first) return false;
    const std::uint32_t word = at_ - 1;
    if (tokens_.is_number(word) || closing_.closers != 0) return true;
    if (tokens_.is_mark(word)) return tokens_.mark(word) == SentenceMark::kCloser;
    const std::string_view surface = tokens_.surface(word);
    const auto last = static_cast<unsigned char>(surface.back());
    return surface.size() > 1 && ((last >= 'a' && last <= 'z') || last >= 0x80);
  }

  // "I" is always a capital, so it says nothing; four points are an ellipsis and a full stop.
  bool ends_after_ellipsis(const Follow& follow) const {
    if (follow.kind == FollowKind::kLower) return false;
    if (at_ == state_.first) return false;
    if (follow.kind != FollowKind::kUpper || follow.quoted) return true;
    const std::string_view word = tokens_.surface(follow.word);
    const bool pronoun = word == "I" || word.starts_with("I'") || word.starts_with("I\xE2");
    return !pronoun || closing_.points > 3;
  }

  bool ends_after_exclamation(const Follow& follow, std::uint32_t next) const {
    if (follow.kind == FollowKind::kLower) return ends_before_lower_after_exclamation(follow, next);
    if (closing_.quotes && names_speaker(next)) return false;
    if (closing_.closers == 0 && at_ > state_.first && !follow.starter && tokens_.glued(at_)) {
      const std::uint32_t begin = tokens_[at_ - 1].begin;
      return !find_abbreviation(tokens_.text().substr(begin, tokens_[at_].end - begin));
    }
    return true;
  }

  // "Yahoo! in Dublin", "Stop! he cried", "so? -- a bit" go on; hasty writers start sentences with small letters.
  bool ends_before_lower_after_exclamation(const Follow& follow, std::uint32_t next) const {
    if (starts_item(next)) return true;
    if (closing_.quotes || follow.quoted || state_.inside_quotes || next != follow.word) return false;
    if (tokens_.surface(next) == "i" || sentence_starts_lower()) return true;
    const bool speech = is_speech_verb(tokens_.surface(next)) ||
                        (next + 1 < state_.block_end && tokens_.is_word(next + 1) && is_speech_verb(tokens_.surface(next + 1)));
    return !speech && sentence_tokens() > 2 && tokens_.is_lower(at_ - 1);
  }

  // `"…" Anna Smith said`: one to four capitalised words and a verb of saying.
  bool names_speaker(std::uint32_t next) const {
    constexpr std::uint32_t kNameWords = 4;
    std::uint32_t i = next;
    for (; i < state_.block_end && i < next + kNameWords && tokens_.is_word(i) && tokens_.is_capitalised(i); ++i) {
      if (is_sentence_starter(tokens_.surface(i))) return false;
    }
    return i > next && i < state_.block_end && tokens_.is_word(i) && is_speech_verb(tokens_.surface(i));
  }

  bool ends_after_point(const Follow& follow, std::uint32_t next) const {
    const bool upper = follow.kind == FollowKind::kUpper;
    switch (before_point()) {
      case Before::kTitle:
      case Before::kInner:
      case Before::kEnumerator:
        return false;
      case Before::kDate:
        if (follow.kind == FollowKind::kNumber) return false;  // "on Feb. 1."
        [[fallthrough]];
      case Before::kSuffix:
        if (follow.dashed && tells_place()) return false;
        return starts_item(next) || (upper && !follow.bracketed && (follow.starter || follow.quoted));
      case Before::kInitial:
        return upper && follow.starter && !follow.bracketed && !(follow.dashed && tells_place());
      case Before::kPronounI:
        return upper;
      case Before::kTime:
        return upper && sentence_tokens() > 2 && !follows_time_of_day(tokens_.surface(follow.word));
      case Before::kNumber:
        if (follow.kind == FollowKind::kNumber || follow.kind == FollowKind::kLower || names_number(follow)) return false;
        [[fallthrough]];
      case Before::kWord:
        break;
    }
    return ends_after_word(follow, next);
  }

  bool ends_after_word(const Follow& follow, std::uint32_t next) const {
    if (closing_.quotes && names_speaker(next)) return false;
    if (follow.kind != FollowKind::kLower) return true;
    if (starts_item(next)) return true;
    if (closing_.closers != 0) return false;
    return sentence_starts_lower() || ends_whole_word();
  }

  // "Sec. IV", "No. #5": a number in other clothes. "I" before a small word is the pronoun.
  bool names_number(const Follow& follow) const {
    if (tokens_.is(follow.word, '#')) return true;
    const std::string_view word = tokens_.surface(follow.word);
    if (word == "I" && follow.word + 1 < state_.block_end && tokens_.is_lower(follow.word + 1)) return false;
    return word.find_first_not_of("IVXLC") == std::string_view::npos;
  }

  // A small word after a point: hasty writing, unless the word before the point may be an abbreviation that the list
  // lacks. Those are short, or have no vowel.
  bool ends_whole_word() const {
    if (at_ == state_.first || !tokens_.is_lower(at_ - 1)) return false;
    const std::string_view word = tokens_.surface(at_ - 1);
    return word.size() >= 3 && word.find_first_of("aeiouy") != std::string_view::npos;
  }

  bool starts_item(std::uint32_t next) const {
    const Enumerator item = read_enumerator(tokens_, next, state_.block_end);
    return item && (item.style != EnumeratorStyle::kPoint || item.is_first() ||
                    item.follows(read_enumerator(tokens_, state_.first, state_.block_end)));
  }

  // "ST. JOSEPH, Mich. — The": where news comes from, at the head of its first sentence.
  bool tells_place() const {
    constexpr std::uint32_t kLongest = 9;
    return sentence_tokens() <= kLongest && tokens_.is_word(state_.first) && tokens_[state_.first].has(token_flag::kAllCaps);
  }

  std::uint32_t sentence_tokens() const { return at_ - state_.first; }

  Before before_point() const {
    if (tokens_.ends_with_point(at_)) return of_surface(at_, at_);
    if (at_ == state_.first || !tokens_.glued(at_)) return Before::kWord;
    const std::uint32_t word = at_ - 1;
    if (is_enumerator()) return Before::kEnumerator;
    if (!tokens_.is_word(word)) return tokens_.surface(word) == "\xC2\xB0" ? Before::kNumber : Before::kWord;
    return of_surface(abbreviation_start(word), word);
  }

  // A sentence that is but a number or letter so far: "1. The first item", "• 9. Stop", "3.1. Results".
  bool is_enumerator() const {
    std::uint32_t first = state_.first;
    if (tokens_.mark(first) == SentenceMark::kBullet || tokens_.mark(first) == SentenceMark::kDash) ++first;
    if (first != at_ - 1 || closing_.closers != closing_.brackets || closing_.closers > 1) return false;
    const std::size_t size = tokens_.surface(first).size();
    return size == 1 || (tokens_.is_number(first) && size <= 3) ||
           (tokens_.is_number(first) && tokens_.surface(first).find('.') != std::string_view::npos);
  }

  // "Ph.D.", "S.p.A.": words and points without white space between.
  std::uint32_t abbreviation_start(std::uint32_t word) const {
    constexpr std::uint32_t kParts = 4;
    std::uint32_t start = word;
    for (std::uint32_t part = 0; part < kParts; ++part) {
      if (start < state_.first + 2 || !tokens_.glued(start) || !tokens_.glued(start - 1)) break;
      if (!tokens_.is(start - 1, '.') || !tokens_.is_word(start - 2)) break;
      start -= 2;
    }
    return start;
  }

  Before of_surface(std::uint32_t start, std::uint32_t last) const {
    const std::uint32_t begin = tokens_[start].begin;
    const std::string_view surface = tokens_.text().substr(begin, tokens_[at_].end - begin);
    if (const auto kind = find_abbreviation(surface)) return of_kind(*kind);
    if (tokens_.ends_with_point(last)) return Before::kSuffix;
    if (start != last) return of_surface(last, last);
    return tokens_.is_capitalised(last) ? of_initial(last) : Before::kWord;
  }

  static Before of_kind(AbbreviationKind kind) {
    using enum AbbreviationKind;
    switch (kind) {
      case kTitle:
        return Before::kTitle;
      case kInner:
        return Before::kInner;
      case kSuffix:
        return Before::kSuffix;
      case kDate:
        return Before::kDate;
      case kNumber:
        return Before::kNumber;
      case kTime:
        return Before::kTime;
    }
    return Before::kWord;
  }

  Before of_initial(std::uint32_t letter) const {
    const std::string_view surface = tokens_.surface(letter);
    const bool single = surface.size() == 1 || (surface.size() == 2 && static_cast<unsigned char>(surface[0]) >= 0xC3);
    if (!single) return Before::kWord;
    const bool after_small = letter > state_.first && tokens_.is_lower(letter - 1);
    return surface == "I" && after_small ? Before::kPronounI : Before::kInitial;
  }

  const SentenceTokens& tokens_;
  const SentenceState& state_;
  Closing closing_;
  std::uint32_t at_;
};

}  // namespace

Boundary judge_boundary(const SentenceTokens& tokens, const SentenceState& state, std::uint32_t at) noexcept {
  return Judge(tokens, state, at).decide();
}

}  // namespace attest
