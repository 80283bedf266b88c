#include "text/tokenizer.h"

#include "text/byte_block.h"
#include "text/character_class.h"
#include "text/token_scanner.h"

namespace attest {
namespace {

using enum CharacterClass;

// What the fast path does at an ASCII byte.
enum class FastStep : std::uint8_t {
  kSlow,  ///< Not decided by this byte and the next: the scanner's work. All bytes from 0x80 are of this kind.
  kSpace,
  kLetter,
  kDigit,
  kMark,    ///< Always a token of its own.
  kPoint,   ///< A token of its own unless a point, a digit or a byte from 0x80 follows.
  kHyphen,  ///< A token of its own unless a hyphen follows.
};

constexpr FastStep fast_step(unsigned char byte) noexcept {
  if (byte >= 0x80 || byte == '@') return FastStep::kSlow;
  if (byte == '.') return FastStep::kPoint;
  if (byte == '-') return FastStep::kHyphen;
  switch (kAsciiClass[byte]) {
    case kSpace:
    case kTab:
    case kNewline:
      return FastStep::kSpace;
    case kLetter:
      return FastStep::kLetter;
    case kDigit:
      return FastStep::kDigit;
    case kApostrophe:
      return FastStep::kSlow;
    default:
      return FastStep::kMark;
  }
}

constexpr std::uint8_t space_flags_of(CharacterClass kind) noexcept {
  switch (kind) {
    case kTab:
      return token_flag::kSpaceBefore | token_flag::kTabBefore;
    case kNewline:
      return token_flag::kSpaceBefore | token_flag::kNewlineBefore;
    case kSpace:
    case kIgnorable:
      return token_flag::kSpaceBefore;
    default:
      return 0;
  }
}

template <class Value, std::size_t kSize, class Function>
constexpr std::array<Value, kSize> tabulate(Function function) {
  std::array<Value, kSize> table{};
  for (std::size_t i = 0; i < kSize; ++i) table[i] = function(static_cast<unsigned char>(i));
  return table;
}

constexpr auto kFastStep = tabulate<FastStep, 256>(fast_step);
constexpr auto kSpaceFlagsOf = tabulate<std::uint8_t, 128>([](unsigned char byte) { return space_flags_of(kAsciiClass[byte]); });
constexpr auto kMarkKind = tabulate<TokenKind, 128>(
    [](unsigned char byte) { return kAsciiClass[byte] == kPunctuation ? TokenKind::kPunctuation : TokenKind::kSymbol; });

class FastTokenizer {
 public:
  FastTokenizer(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens)
      : text_(text),
        size_(static_cast<std::uint32_t>(text.size())),
        vocabulary_(vocabulary),
        tokens_(tokens),
        scanner_(text, vocabulary, tokens, TokenizerPath::kFast) {}

  void run() {
    std::uint8_t space_flags = token_flag::kSpaceBefore;
    for (std::uint32_t at = 0; at < size_;) {
      const unsigned char byte = byte_at(at);
      if (kFastStep[byte] == FastStep::kSpace) {
        space_flags |= kSpaceFlagsOf[byte];
        ++at;
      } else {
        at = step(at, byte, space_flags);
      }
    }
  }

 private:
  [[nodiscard]] unsigned char byte_at(std::uint32_t at) const noexcept { return static_cast<unsigned char>(text_[at]); }
  // The byte at `at`, a space behind the end: no token goes on there.
  [[nodiscard]] unsigned char peek(std::uint32_t at) const noexcept { return at < size_ ? byte_at(at) : ' '; }

  std::uint32_t step(std::uint32_t at, unsigned char byte, std::uint8_t& space_flags) {
    switch (kFastStep[byte]) {
      case FastStep::kLetter:
        return word(at, space_flags);
      case FastStep::kDigit:
        return number(at, space_flags);
      case FastStep::kMark:
        return mark(at, byte, space_flags);
      case FastStep::kPoint: {
        const unsigned char next = peek(at + 1);
        return next == '.' || kFastStep[next] == FastStep::kDigit || next >= 0x80 ? slow(at, space_flags) : mark(at, byte, space_flags);
      }
      case FastStep::kHyphen:
        return peek(at + 1) == '-' ? slow(at, space_flags) : mark(at, byte, space_flags);
      default:
        return slow(at, space_flags);
    }
  }

  std::uint32_t word(std::uint32_t at, std::uint8_t& space_flags) {
    const std::uint64_t block = load(at);
    const std::uint32_t size = letters_at_start(block);
    if (size == kBlockSize) return long_word(at, block, space_flags);
    const std::uint32_t end = at + size;
    if (!ends_plainly(at, end)) return slow(at, space_flags);
    const std::uint64_t mask = first_bytes(size);
    const WordId id = vocabulary_.find_ascii(text_.substr(at, size), WordKey::of_head((block | kCaseBits) & mask, size));
    push(at, end, id, TokenKind::kWord, space_flags | case_flags(block, block & mask & kCaseBits));
    space_flags = 0;
    return end;
  }

  // A word of at least eight letters, the first eight in `head`.
  std::uint32_t long_word(std::uint32_t at, std::uint64_t head, std::uint8_t& space_flags) {
    std::uint32_t end = at + kBlockSize;
    std::uint64_t small = head & kCaseBits;
    for (std::uint32_t letters = kBlockSize; letters == kBlockSize; end += letters) {
      const std::uint64_t block = load(end);
      letters = letters_at_start(block);
      small |= block & kCaseBits & first_bytes(letters);
    }
    if (!ends_plainly(at, end)) return slow(at, space_flags);
    const std::string_view word = text_.substr(at, end - at);
    push(at, end, vocabulary_.find_ascii(word, WordKey::of_ascii(word)), TokenKind::kWord, space_flags | case_flags(head, small));
    space_flags = 0;
    return end;
  }

  // `small` holds a bit for every small letter of the word, `block` its first letter.
  [[nodiscard]] static int case_flags(std::uint64_t block, std::uint64_t small) noexcept {
    return ((block & 0x20) == 0 ? token_flag::kCapitalised : 0) | (small == 0 ? token_flag::kAllCaps : 0);
  }

  // The block at `at`, zeros behind the end of the text.
  [[nodiscard]] std::uint64_t load(std::uint32_t at) const noexcept {
    return size_ - at >= kBlockSize ? load_block(text_.data() + at) : load_part(text_.data() + at, size_ - at);
  }

  // Do these letters make a word, whatever follows the byte behind them?
  [[nodiscard]] bool ends_plainly(std::uint32_t at, std::uint32_t end) const noexcept {
    const unsigned char next = peek(end);
    switch (kFastStep[next]) {
      case FastStep::kDigit:
        return false;
      case FastStep::kSlow:
        return next == '@';
      case FastStep::kPoint:
        return end - at != 1 && (byte_at(at) | 0x20) != 'w';  // no "U.S.", no "www."
      case FastStep::kMark:
        return next != ':' || peek(end + 1) != '/';
      default:
        return true;
    }
  }

  std::uint32_t number(std::uint32_t at, std::uint8_t& space_flags) {
    std::uint32_t end = at;
    for (unsigned char byte = byte_at(at);; byte = peek(end)) {
      const bool separator = byte == '.' || byte == ',' || byte == '\'';
      if (kFastStep[byte] == FastStep::kDigit || (separator && kFastStep[peek(end + 1)] == FastStep::kDigit)) {
        ++end;
      } else if (byte >= 0x80 || (separator && peek(end + 1) >= 0x80)) {
        return slow(at, space_flags);
      } else {
        break;
      }
    }
    const std::string_view number = text_.substr(at, end - at);
    const std::uint32_t size = end - at;
    const WordKey key = size < kBlockSize ? WordKey::of_head(load(at) & first_bytes(size), size) : WordKey::of_ascii(number);
    push(at, end, vocabulary_.find_ascii(number, key), TokenKind::kNumber, space_flags);
    space_flags = 0;
    return end;
  }

  std::uint32_t mark(std::uint32_t at, unsigned char byte, std::uint8_t& space_flags) {
    push(at, at + 1, vocabulary_.find_byte(byte), kMarkKind[byte], space_flags);
    space_flags = 0;
    return at + 1;
  }

  // Everything else: white space outside ASCII, or the scanner's tokens.
  std::uint32_t slow(std::uint32_t at, std::uint8_t& space_flags) {
    const CodePoint first = scanner_.peek(at);
    if (const std::uint8_t flags = space_flags_of(first.kind); flags != 0) {
      space_flags |= flags;
      return at + first.size;
    }
    const std::uint32_t end = scanner_.scan(at, first, space_flags);
    space_flags = 0;
    return end;
  }

  void push(std::uint32_t begin, std::uint32_t end, WordId word, TokenKind kind, int flags) {
    tokens_.push_back({begin, end, word, kind, static_cast<std::uint8_t>(flags)});
  }

  std::string_view text_;
  std::uint32_t size_;
  const Vocabulary& vocabulary_;
  std::vector<Token>& tokens_;
  TokenScanner scanner_;
};

void tokenize_generic(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens) {
  TokenScanner scanner(text, vocabulary, tokens, TokenizerPath::kGenericPath);
  std::uint8_t space_flags = token_flag::kSpaceBefore;
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint first = scanner.peek(at);
    if (const std::uint8_t flags = space_flags_of(first.kind); flags != 0) {
      space_flags |= flags;
      at += first.size;
    } else {
      at = scanner.scan(at, first, space_flags);
      space_flags = 0;
    }
  }
}

}  // namespace

void tokenize(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens, TokenizerPath path) {
  tokens.clear();
  if (path == TokenizerPath::kFast) {
    FastTokenizer(text, vocabulary, tokens).run();
  } else {
    tokenize_generic(text, vocabulary, tokens);
  }
}

}  // namespace attest
