// Values as bytes and back, for one program and machine: what a build makes once need not be made at every start.
//
// A type says in one place which of its members an image keeps; writing and reading follow that list:
//
//   template <>
//   struct ImageFields<Point> {
//     static constexpr auto kMembers = std::tuple(&Point::x, &Point::y);
//   };
//   ImageWriter writer;
//   writer(points, names);
//   const std::string image = writer.finish();
//
//   ImageReader reader(image);   // the image outlives what is read: string views point into it
//   reader(points, names);
//   if (!reader.is_whole()) ...  // surely no image that a writer of the same program gave
//
// Equal values give equal bytes. An image is read by the build that wrote it; it is no format to keep files in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace attest {

/// The members of a type that make up its image, as a tuple `kMembers` of pointers to them.
template <class T>
struct ImageFields;

/// How a type is told that its members do not tell: `write(ImageWriter&, const T&)` and `read(ImageReader&, T&)`.
template <class T>
struct ImageCodec;

namespace image_detail {

template <class T>
concept HasFields = requires {
  ImageFields<T>::kMembers;
};
template <class T>
concept HasCodec = requires {
  &ImageCodec<T>::read;
};
template <class T>
concept IsText = std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>;
/// Values whose bytes are all that they are: no padding, no pointer.
template <class T>
concept IsPlain = !HasFields<T> && !HasCodec<T> && !IsText<T> && !std::is_pointer_v<T> && std::is_trivially_copyable_v<T> &&
                  std::has_unique_object_representations_v<T>;

}  // namespace image_detail

class ImageWriter {
 public:
  /// Adds values in order.
  template <class... Values>
  void operator()(const Values&... values) {
    (write(values), ...);
  }

  /// The image of all values; the writer is empty afterwards.
  [[nodiscard]] std::string finish() {
    std::string image;
    append_plain(image, static_cast<std::uint32_t>(letters_.size()));
    image += std::exchange(letters_, {});
    image += std::exchange(body_, {});
    return image;
  }

 private:
  template <class T>
  void write(const T& value) {
    if constexpr (image_detail::HasCodec<T>) {
      ImageCodec<T>::write(*this, value);
    } else if constexpr (image_detail::HasFields<T>) {
      std::apply([&](auto... members) { (write(value.*members), ...); }, ImageFields<T>::kMembers);
    } else if constexpr (image_detail::IsText<T>) {
      append_plain(body_, static_cast<std::uint32_t>(letters_.size()));
      append_plain(body_, static_cast<std::uint32_t>(value.size()));
      letters_ += value;
    } else {
      static_assert(image_detail::IsPlain<T>, "say in ImageFields which members to keep");
      append_plain(body_, value);
    }
  }
  template <class T>
  void write(const std::vector<T>& values) {
    append_plain(body_, static_cast<std::uint32_t>(values.size()));
    if constexpr (std::is_same_v<T, bool>) {
      for (const bool value : values) write(value);
    } else if constexpr (image_detail::IsPlain<T>) {
      body_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    } else {
      for (const T& value : values) write(value);
    }
  }
  template <class T>
  void write(const std::optional<T>& value) {
    write(value.has_value());
    if (value) write(*value);
  }
  template <class A, class B>
  void write(const std::pair<A, B>& value) {
    write(value.first);
    write(value.second);
  }

  template <class T>
  static void append_plain(std::string& out, const T& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof(T));
  }

  std::string letters_;  // of all texts, one after the other
  std::string body_;
};

class ImageReader {
 public:
  explicit ImageReader(std::string_view image) : rest_(image) {
    std::uint32_t letters = 0;
    read(letters);
    letters_ = take(letters);
  }

  /// Reads values in the order in which they were written. Values that the image does not hold, and all behind them, stay as they
  /// are, or empty.
  template <class... Values>
  void operator()(Values&... values) {
    (read(values), ...);
  }

  /// Says that a value read makes no sense.
  void fail() noexcept { failed_ = true; }
  /// Whether nothing failed so far.
  [[nodiscard]] bool is_good() const noexcept { return !failed_; }
  /// Whether all that was asked for was there, and nothing else.
  [[nodiscard]] bool is_whole() const noexcept { return !failed_ && rest_.empty(); }

 private:
  template <class T>
  void read(T& value) {
    if constexpr (image_detail::HasCodec<T>) {
      ImageCodec<T>::read(*this, value);
    } else if constexpr (image_detail::HasFields<T>) {
      std::apply([&](auto... members) { (read(value.*members), ...); }, ImageFields<T>::kMembers);
    } else if constexpr (image_detail::IsText<T>) {
      std::uint32_t begin = 0;
      std::uint32_t size = 0;
      read(begin);
      read(size);
      if (failed_ || begin > letters_.size() || size > letters_.size() - begin) return fail();
      value = letters_.substr(begin, size);
    } else if constexpr (std::is_same_v<T, bool>) {
      std::uint8_t bit = 0;
      read(bit);
      if (bit > 1) return fail();
      if (!failed_) value = bit == 1;
    } else {
      static_assert(image_detail::IsPlain<T>, "say in ImageFields which members to keep");
      const std::string_view bytes = take(sizeof(T));
      if (!failed_) std::memcpy(&value, bytes.data(), sizeof(T));
    }
  }
  template <class T>
  void read(std::vector<T>& values) {
    std::uint32_t size = 0;
    read(size);
    if (failed_ || size > rest_.size()) return fail();  // every value has a byte at least
    if constexpr (std::is_same_v<T, bool>) {
      const std::string_view bytes = take(size);
      values.assign(bytes.begin(), bytes.end());
    } else if constexpr (image_detail::IsPlain<T>) {
      const std::string_view bytes = take(size * sizeof(T));
      values.resize(bytes.size() / sizeof(T));
      if (!bytes.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
    } else {
      values.resize(size);
      for (T& value : values) read(value);
    }
  }
  template <class T>
  void read(std::optional<T>& value) {
    bool has_value = false;
    read(has_value);
    if (has_value) read(value.emplace());
  }
  template <class A, class B>
  void read(std::pair<A, B>& value) {
    read(value.first);
    read(value.second);
  }

  // The next bytes; none of them where there are not as many, nor behind what failed: sizes that stand there mean nothing.
  std::string_view take(std::size_t size) noexcept {
    if (failed_ || size > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view letters_;
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace attest
