#include "check/packed_facts.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

namespace attest {
namespace {

constexpr std::size_t kBlock = std::size_t{4} << 20;
/// The highest bit of a byte says that more of the number follows (LEB128).
constexpr std::uint8_t kMore = 0x80;
constexpr int kBitsOfByte = 7;

enum class DecimalForm : std::uint8_t { kAbsent, kAsBefore, kShort, kLong };

bool is_short(Int128 mantissa) {
  return std::numeric_limits<std::int64_t>::min() <= mantissa && mantissa <= std::numeric_limits<std::int64_t>::max();
}
/// Small numbers of either sign as small ones without: 0, -1, 1, -2 become 0, 1, 2, 3.
std::uint64_t folded(std::int64_t number) { return (static_cast<std::uint64_t>(number) << 1U) ^ static_cast<std::uint64_t>(number >> 63); }
std::int64_t unfolded(std::uint64_t number) { return static_cast<std::int64_t>(number >> 1U) ^ -static_cast<std::int64_t>(number & 1U); }

class Packer {
 public:
  explicit Packer(std::string& out) : out_(out) {}

  void operator()(std::uint64_t number) {
    for (; number >= kMore; number >>= kBitsOfByte) out_.push_back(static_cast<char>(number | kMore));
    out_.push_back(static_cast<char>(number));
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum value) { out_.push_back(static_cast<char>(value)); }
  void operator()(const std::string& text) {
    (*this)(std::uint64_t{text.size()});
    out_ += text;
  }
  void operator()(const std::vector<std::string>& texts) {
    (*this)(std::uint64_t{texts.size()});
    for (const std::string& text : texts) (*this)(text);
  }
  void operator()(Span span) {
    (*this)(std::uint64_t{span.begin});
    (*this)(std::uint64_t{span.end});
  }
  /// The ends of most figures are their value: those are one byte.
  void operator()(const std::optional<Decimal>& number) {
    if (!number) return (*this)(DecimalForm::kAbsent);
    if (last_ && last_->mantissa() == number->mantissa() && last_->exponent() == number->exponent()) return (*this)(DecimalForm::kAsBefore);
    last_ = number;
    const Int128 mantissa = number->mantissa();
    (*this)(is_short(mantissa) ? DecimalForm::kShort : DecimalForm::kLong);
    (*this)(folded(number->exponent()));
    if (is_short(mantissa)) return (*this)(folded(static_cast<std::int64_t>(mantissa)));
    (*this)(static_cast<std::uint64_t>(mantissa));
    (*this)(folded(static_cast<std::int64_t>(mantissa >> 64)));
  }

 private:
  std::string& out_;
  std::optional<Decimal> last_;
};

/// Reads what Packer wrote, which is never cut off: it comes from this process.
class Unpacker {
 public:
  explicit Unpacker(std::string_view packed) : next_(packed.data()) {}

  void operator()(std::uint32_t& number) { number = static_cast<std::uint32_t>(take()); }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum& value) { value = static_cast<Enum>(*next_++); }
  void operator()(std::string& text) {
    const std::size_t size = take();
    text.assign(next_, size);
    next_ += size;
  }
  void operator()(std::vector<std::string>& texts) {
    texts.resize(take());
    for (std::string& text : texts) (*this)(text);
  }
  void operator()(Span& span) {
    (*this)(span.begin);
    (*this)(span.end);
  }
  void operator()(std::optional<Decimal>& number) {
    DecimalForm form{};
    (*this)(form);
    if (form == DecimalForm::kAbsent) return number.reset();
    if (form != DecimalForm::kAsBefore) last_ = form == DecimalForm::kShort ? short_decimal() : long_decimal();
    number = last_;
  }

 private:
  std::uint64_t take() {
    std::uint64_t number = 0;
    for (int shift = 0;; shift += kBitsOfByte) {
      const auto byte = static_cast<std::uint8_t>(*next_++);
      number |= static_cast<std::uint64_t>(byte & ~kMore) << static_cast<unsigned>(shift);
      if (byte < kMore) return number;
    }
  }
  Decimal short_decimal() {
    const auto exponent = static_cast<std::int32_t>(unfolded(take()));
    return {Int128{unfolded(take())}, exponent};
  }
  Decimal long_decimal() {
    const auto exponent = static_cast<std::int32_t>(unfolded(take()));
    const std::uint64_t low = take();
    const Int128 high = unfolded(take());
    return {high * (Int128{1} << 64) + static_cast<Int128>(low), exponent};
  }

  const char* next_;
  std::optional<Decimal> last_;
};

template <typename Archive, typename AnyFigure>
void each_field_of_figure(Archive& archive, AnyFigure& figure) {
  archive(figure.quantity);
  archive(figure.value);
  archive(figure.low);
  archive(figure.high);
  archive(figure.unit);
  archive(figure.bound);
  archive(figure.rounding);
  archive(figure.noun);
}

template <typename Archive, typename AnyFact>
void each_field_of_fact(Archive& archive, AnyFact& fact) {
  archive(fact.figure);
  for (auto* text : {&fact.measure_id, &fact.measure}) archive(*text);
  archive(fact.parties);
  for (auto* text : {&fact.from, &fact.to, &fact.period_start, &fact.period_end}) archive(*text);
  archive(fact.period_source);
  archive(fact.status);
  archive(fact.change.direction);
  archive(fact.change.kind);
  for (auto* text : {&fact.change.base_start, &fact.change.base_end, &fact.whole, &fact.scope}) archive(*text);
  archive(fact.attribution.kind);
  for (auto* text : {&fact.attribution.name, &fact.rule}) archive(*text);
}

/// The document's key and the number are the place's.
template <typename Archive, typename Stored>
void each_field(Archive& archive, Stored& stored) {
  archive(stored.fact_id);
  archive(stored.line);
  archive(stored.column);
  archive(stored.quote);
  archive(stored.figure.bytes);
  archive(stored.figure.chars);
  archive(stored.figure.sentence_chars);
  archive(stored.figure.rule);
  each_field_of_figure(archive, std::get<Figure>(stored.figure.content));
  each_field_of_fact(archive, stored.fact);
}

}  // namespace

void PackedFacts::keep(const StoredFact& fact) {
  Place place{fact.document_key, fact.number, 0, 0};
  const bool in_order = places_.empty() || places_.back() < place;
  if (fact.figure.figure() == nullptr || !in_order || !has_room()) {
    has_all_ = false;
    return;
  }
  place.block = static_cast<std::uint32_t>(blocks_.size() - 1);
  place.begin = static_cast<std::uint32_t>(blocks_.back().size());
  Packer pack(blocks_.back());
  each_field(pack, fact);
  places_.push_back(place);
}

bool PackedFacts::has_room() {
  if (!blocks_.empty() && blocks_.back().size() < kBlock) return true;
  if (bytes_ + kBlock > most_bytes_) return false;
  constexpr std::size_t kRoomForLast = std::size_t{64} << 10;
  blocks_.emplace_back().reserve(kBlock + kRoomForLast);
  bytes_ += kBlock;
  return true;
}

std::optional<StoredFact> PackedFacts::find(std::int64_t document_key, std::uint32_t number) const {
  std::optional<StoredFact> found;
  const Place wanted{document_key, number, 0, 0};
  const auto place = std::lower_bound(places_.begin(), places_.end(), wanted);
  if (place == places_.end() || wanted < *place) return found;
  StoredFact& fact = found.emplace();
  fact.document_key = document_key;
  fact.number = number;
  const std::string_view packed = blocks_[place->block];
  Unpacker unpack(packed.substr(place->begin));
  each_field(unpack, fact);
  return found;
}

}  // namespace attest
