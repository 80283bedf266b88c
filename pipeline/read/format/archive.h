// Archives (zip, tar) and compressed streams (gzip, zstd, xz, bzip2, lz4), through libarchive: their contents one after
// the other, unpacked while they are read; nothing is written to disk, so names inside can point nowhere.
//
//   Expansion expansion;
//   Status done = read_archive(source, expansion, [&](const std::string& name, const ReadBytes& content) { ...; return true; }, failed);
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "read/byte_source.h"

namespace attest {

/// True where bytes begin as an archive or a compressed stream does; a tar's mark stands at byte 257.
[[nodiscard]] bool begins_like_archive(std::string_view bytes) noexcept;

/// How much came out of how much, over archives inside archives.
struct Expansion {
  std::uint64_t packed = 0;    ///< Bytes read of the outermost input.
  std::uint64_t unpacked = 0;  ///< Bytes that came out, at every level.
};

/// Called with each file: its path in the archive ("" for the content of a compressed stream) and its bytes, to be read
/// before returning. Returning false stops.
using EntrySink = std::function<bool(const std::string& name, const ReadBytes& content)>;

/// Calls `entry` with each regular file of the archive that `source` reads, in its order; links, devices and hidden files
/// are left out. `outermost` is false inside another archive. Encrypted and damaged entries go to `failed`, with their
/// path in `where`. Returns false where `entry` stopped. Errors: kFormat for a damaged archive; kTooLarge once more than
/// 64 MiB and two hundred times the packed bytes have come out (a bomb).
[[nodiscard]] Result<bool> read_archive(const ReadBytes& source, Expansion& expansion, bool outermost, const EntrySink& entry,
                                        const std::function<void(const Error&)>& failed);

}  // namespace attest
