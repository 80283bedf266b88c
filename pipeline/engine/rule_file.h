// Rule packs as bytes: what the engine compiles. The engine reads no files by itself, so that the pack built into
// the command and a user's folder go the same way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest {

/// One file of a rule pack: "30_quantity.rules" or "lists/currency.tsv", relative to the pack's folder.
struct RuleFile {
  std::string name;
  std::string text;
};

/// A folder of rules with its lists, files in name order.
struct RulePack {
  std::string name;  ///< "built-in", or the folder's path.
  std::vector<RuleFile> files;
  std::string_view image{};  ///< Where the build compiled this pack, by itself: its image (engine/rule_image.h), which outlives all. Else empty.
};

/// The name of the pack that comes with the command.
inline constexpr std::string_view kBuiltInPack = "built-in";

/// How diagnostics name a file: by itself in the built-in pack (and one without a name), below the pack's folder in others.
[[nodiscard]] std::string shown_name(const RulePack& pack, const RuleFile& file);

/// The lines of a text without their ends ("\n" or "\r\n") and without a byte order mark at the start.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : rest_(text) {}
  /// Moves to the next line; false after the last one.
  bool next(std::string_view& line) noexcept;
  /// The number of the line that next() gave last, from 1.
  [[nodiscard]] std::uint32_t number() const noexcept { return number_; }

 private:
  std::string_view rest_;
  std::uint32_t number_ = 0;
};

/// Reads `*.rules` and `lists/*.tsv` of `folder`: kNotFound where there is no such folder or no rules in it, kUnreadable
/// where a file cannot be read.
[[nodiscard]] Result<RulePack> read_rule_pack(const std::string& folder);

}  // namespace attest
