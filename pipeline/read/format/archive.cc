#include "read/format/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t kHarmlessExpansion = std::uint64_t{48} << 20;  // less than one text may have
constexpr std::uint64_t kMostExpansion = 200;                          // text packs to a tenth; tables of zeros are no articles

struct FreeArchive {
  void operator()(archive* opened) const noexcept { archive_read_free(opened); }
};

// What libarchive's callbacks need.
struct Source {
  const ReadBytes* read;
  Expansion* expansion;
  bool outermost;
  std::array<char, std::size_t{64} << 10> buffer{};
  std::optional<Error> failure = {};
};

la_ssize_t read_block(archive* opened, void* data, const void** block) {
  auto& source = *static_cast<Source*>(data);
  const Result<std::size_t> count = (*source.read)(source.buffer.data(), source.buffer.size());
  if (!count) {
    source.failure = count.error();
    archive_set_error(opened, EIO, "%s", count.error().what.c_str());
    return ARCHIVE_FATAL;
  }
  if (source.outermost) source.expansion->packed += *count;
  *block = source.buffer.data();
  return static_cast<la_ssize_t>(*count);
}

Error bomb() {
  return Error{ErrorCode::kTooLarge, "unpacks to more than " + std::to_string(kMostExpansion) + " times its size", "",
               "it is no archive of articles"};
}

bool is_bomb(const Expansion& expansion) noexcept {
  return expansion.unpacked > kHarmlessExpansion && expansion.unpacked / kMostExpansion > expansion.packed;
}

std::string message_of(archive* opened) {
  const char* message = archive_error_string(opened);
  return message != nullptr ? message : "unknown error";
}

// A name in an archive may hold anything; messages are single lines.
std::string entry_name(archive_entry* entry) {
  const char* path = archive_entry_pathname(entry);
  std::string name = path != nullptr ? path : "";
  std::replace_if(
      name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  return name;
}

bool is_hidden_name(std::string_view name) noexcept {
  const std::string_view base = name.substr(name.rfind('/') + 1);
  return (base.size() > 1 && base.starts_with('.')) || name.starts_with("__MACOSX/");
}

class ArchiveWalk {
 public:
  ArchiveWalk(archive* opened, Expansion& expansion, const EntrySink& sink, const std::function<void(const Error&)>& failed)
      : opened_(opened), expansion_(expansion), sink_(sink), failed_(failed) {}

  Result<bool> walk() {
    archive_entry* entry = nullptr;
    for (;;) {
      const int status = archive_read_next_header(opened_, &entry);
      if (status == ARCHIVE_EOF) break;
      if (status == ARCHIVE_RETRY) continue;
      if ((status == ARCHIVE_FATAL || status == ARCHIVE_FAILED) && told_of_damage_) break;
      if (status == ARCHIVE_FATAL || status == ARCHIVE_FAILED) return Error{ErrorCode::kFormat, "damaged archive: " + message_of(opened_)};
      if (!visit(entry)) return false;
      if (is_bomb(expansion_)) break;
    }
    if (is_bomb(expansion_) && !told_of_bomb_) return bomb();
    if (!met_any_) return Error{ErrorCode::kFormat, "empty archive"};
    return true;
  }

 private:
  bool visit(archive_entry* entry) {
    const std::string name = is_raw() ? std::string() : entry_name(entry);
    met_any_ = true;
    const bool is_file = is_raw() || archive_entry_filetype(entry) == AE_IFREG;
    if (!is_file || is_hidden_name(name) || archive_entry_hardlink(entry) != nullptr) return true;
    if (archive_entry_is_data_encrypted(entry) != 0) {
      failed_({ErrorCode::kUnreadable, "encrypted", name, "unpack it first"});
      return true;
    }
    return sink_(name, [this](char* into, std::size_t at_most) { return read_data(into, at_most); });
  }

  [[nodiscard]] bool is_raw() const noexcept { return archive_format(opened_) == ARCHIVE_FORMAT_RAW; }

  Result<std::size_t> read_data(char* into, std::size_t at_most) {
    told_of_bomb_ = is_bomb(expansion_);
    if (told_of_bomb_) return bomb();
    const la_ssize_t count = archive_read_data(opened_, into, at_most);
    told_of_damage_ = count < 0;
    if (count < 0) return Error{ErrorCode::kFormat, "damaged archive: " + message_of(opened_)};
    expansion_.unpacked += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
  }

  archive* opened_;
  Expansion& expansion_;
  const EntrySink& sink_;
  const std::function<void(const Error&)>& failed_;
  bool met_any_ = false;
  bool told_of_bomb_ = false;    // to who reads the entry, who reports it
  bool told_of_damage_ = false;  // the same, of the last entry
};

void support_formats(archive* opened) {
  archive_read_support_filter_gzip(opened);
  archive_read_support_filter_zstd(opened);
  archive_read_support_filter_xz(opened);
  archive_read_support_filter_bzip2(opened);
  archive_read_support_filter_lz4(opened);
  archive_read_support_format_zip(opened);
  archive_read_support_format_tar(opened);
  archive_read_support_format_raw(opened);
  archive_read_support_format_empty(opened);
}

}  // namespace

bool begins_like_archive(std::string_view bytes) noexcept {
  constexpr std::array kMarks = {"\x1F\x8B\x08"sv, "\x28\xB5\x2F\xFD"sv, "\xFD\x37zXZ\0"sv,
                                 "PK\x03\x04"sv,   "PK\x05\x06"sv,       "\x04\x22\x4D\x18"sv};
  constexpr std::size_t kTarMark = 257;
  if (bytes.size() > kTarMark && bytes.substr(kTarMark).starts_with("ustar")) return true;
  const bool bzip2 =
      bytes.size() > 4 && bytes.starts_with("BZh") && bytes[3] >= '1' && bytes[3] <= '9' && (bytes[4] == 0x31 || bytes[4] == 0x17);
  return bzip2 || std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return bytes.starts_with(mark); });
}

Result<bool> read_archive(const ReadBytes& source, Expansion& expansion, bool outermost, const EntrySink& entry,
                          const std::function<void(const Error&)>& failed) {
  const std::unique_ptr<archive, FreeArchive> opened(archive_read_new());
  if (!opened) return Error{ErrorCode::kTooLarge, "no memory for an archive"};
  support_formats(opened.get());
  const auto state = std::make_unique<Source>(Source{&source, &expansion, outermost});
  if (archive_read_open(opened.get(), state.get(), nullptr, read_block, nullptr) != ARCHIVE_OK) {
    if (state->failure) return *state->failure;
    return Error{ErrorCode::kFormat, "damaged archive: " + message_of(opened.get())};
  }
  return ArchiveWalk(opened.get(), expansion, entry, failed).walk();
}

}  // namespace attest
