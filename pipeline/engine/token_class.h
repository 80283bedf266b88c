// Token classes of patterns: what can be said of a token without its context.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/gazetteer.h"

namespace attest {

using ClassMask = std::uint32_t;

namespace token_class {
inline constexpr ClassMask kWord = 1U << 0;
inline constexpr ClassMask kNumber = 1U << 1;
inline constexpr ClassMask kAlphanumeric = 1U << 2;
inline constexpr ClassMask kPunctuation = 1U << 3;
inline constexpr ClassMask kSymbol = 1U << 4;
inline constexpr ClassMask kAny = 1U << 5;
inline constexpr ClassMask kCapitalised = 1U << 6;
inline constexpr ClassMask kUpper = 1U << 7;
inline constexpr ClassMask kLower = 1U << 8;
inline constexpr ClassMask kNewline = 1U << 9;
inline constexpr ClassMask kTab = 1U << 10;
inline constexpr ClassMask kDigit = 1U << 12;     ///< Begins with an ASCII digit; has no name in rules.
inline constexpr ClassMask kNonAscii = 1U << 13;  ///< Begins with a byte of 0x80 or above; has no name in rules.
inline constexpr ClassMask kPlural = 1U << 11;    ///< Looks like a plural noun: letters ending in s, but not ss, us or is.
}  // namespace token_class

/// The class of this name, as rules write it.
[[nodiscard]] std::optional<ClassMask> token_class_named(std::string_view name) noexcept;

/// All classes that hold for a token.
[[nodiscard]] ClassMask classes_of(const TokenView& view, std::uint32_t index) noexcept;

}  // namespace attest
