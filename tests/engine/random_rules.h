// Random rule packs and texts over a small alphabet, so small that rules match, overlap and compete all the time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule_file.h"
#include "engine/trial.h"

namespace attest::testing_rules {

/// Draws that are the same with every standard library.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}

  /// 0 to sides - 1.
  std::size_t roll(std::size_t sides) { return engine_() % sides; }
  bool one_in(std::size_t times) { return roll(times) == 0; }
  template <typename Items>
  auto pick(const Items& items) {
    return items[roll(items.size())];
  }

 private:
  std::mt19937 engine_;
};

/// Patterns that pass the checker: every sequence has an element that takes a token, and nothing empty is repeated.
class RandomPattern {
 public:
  RandomPattern(Dice& dice, bool annotations) : dice_(dice), annotations_(annotations) {}

  /// A rule's pattern; its captures get names.
  std::string match() {
    const bool with_span = dice_.one_in(3);
    if (!with_span) return sequence(2, true);
    return (dice_.one_in(2) ? optional(1) : std::string()) + "span:( " + sequence(1, true) + ") " +
           (dice_.one_in(2) ? element(1) : std::string());
  }
  /// A pattern for contexts, where nothing is captured.
  std::string context() { return sequence(1, false); }
  [[nodiscard]] const std::vector<std::string>& captures() const noexcept { return captures_; }

 private:
  std::string sequence(int depth, bool captured) {
    std::string text = optional(depth);
    for (std::size_t i = 1 + dice_.roll(2); i > 0; --i) {
      if (captured && dice_.one_in(3)) text += new_capture() + ":";
      text += element(depth) + optional(depth);
    }
    return text;
  }

  // What may stand between mandatory elements: nothing, an optional element, a look ahead, or glue.
  std::string optional(int depth) {
    switch (dice_.roll(8)) {
      case 0:
        return repeatable(depth) + "? ";
      case 1:
        return repeatable(depth) + "{0,2} ";
      case 2:
        return "!" + repeatable(depth) + " ";
      case 3:
        return dice_.one_in(3) ? "~ " : "";
      default:
        return "";
    }
  }

  std::string element(int depth) {
    const std::string text = repeatable(depth);
    static constexpr std::array<std::string_view, 3> kRepeats = {"{1,3}", "{2}", "{2,3}"};
    if (dice_.one_in(8)) return text + std::string(dice_.pick(kRepeats)) + " ";
    return text + " ";
  }

  std::string repeatable(int depth) {
    if (depth > 0 && dice_.one_in(4)) return group(depth - 1);
    static constexpr std::array<std::string_view, 16> kLeaves = {
        R"("a")",  R"("b")",   R"("c")",       R"("d")",    R"("a b")", R"('B')",        "<short>",  "<long>",
        "<exact>", "[number]", "[lower word]", "[!number]", "[plural]", "[capitalised]", "/[ab]s?/", "[punctuation]"};
    static constexpr std::array<std::string_view, 4> kAnnotations = {"P", "Q", "P[form=x]", "Q[form=x]"};
    if (annotations_ && dice_.one_in(3)) return std::string(dice_.pick(kAnnotations));
    return std::string(dice_.pick(kLeaves));
  }

  std::string group(int depth) {
    std::string text = "( " + sequence(depth, false);
    for (std::size_t i = dice_.roll(3); i > 0; --i) text += "| " + sequence(depth, false);
    return text + ")";
  }

  std::string new_capture() {
    captures_.push_back("n" + std::to_string(captures_.size()));
    return captures_.back();
  }

  Dice& dice_;
  bool annotations_;
  std::vector<std::string> captures_;
};

/// A phase of `count` rules PHASE.0, PHASE.1, ... of two types; a rule may win over earlier ones.
inline std::string random_phase(Dice& dice, const std::string& header, const std::string& phase, std::array<std::string_view, 2> types,
                                std::size_t count) {
  std::string text = header;
  for (std::size_t rule = 0; rule < count; ++rule) {
    RandomPattern pattern(dice, header.find("reads") != std::string::npos);
    text += "rule " + phase + "." + std::to_string(rule) + " -> " + std::string(dice.pick(types)) + "\n  match " + pattern.match() + "\n";
    static constexpr std::array<std::string_view, 4> kSides = {"after", "not after", "before", "not before"};
    if (dice.one_in(3)) text += "  " + std::string(dice.pick(kSides)) + " " + pattern.context() + "\n";
    const auto& captures = pattern.captures();
    if (!captures.empty() && dice.one_in(4)) text += "  when " + captures.back() + " != \"b\"\n";
    if (!captures.empty()) text += "  value " + captures.front() + " else \"none\"\n";
    if (dice.one_in(2)) text += "  form \"x\"\n";
    if (captures.size() > 1) text += "  last " + captures.back() + "\n";
    if (rule > 0 && dice.one_in(3)) text += "  over " + phase + "." + std::to_string(dice.roll(rule)) + "\n";
  }
  return text;
}

/// Two phases over three lists; the second reads the first.
inline RulePack random_pack(Dice& dice) {
  const std::string lists = "list short lists/short.tsv\nlist long lists/long.tsv\nlist exact lists/exact.tsv exact\n";
  // Uses all lists, makes both types with the field that patterns test.
  const std::string fixed =
      "rule one.p -> P\n  match <short> \"e\" \"e\" <exact>\n  form \"x\"\nrule one.q -> Q\n  match <long> \"e\" \"e\" \"e\"\n  form "
      "\"x\"\n";
  return {"built-in",
          {{"10_one.rules", with_examples(random_phase(dice, "phase one\n" + lists + fixed, "one", {"P", "Q"}, 4))},
           {"20_two.rules", with_examples(random_phase(dice, "phase two reads one\n", "two", {"R", "S"}, 8))},
           {"lists/short.tsv", "surface\tcode\na\t1\nb\t2\n1\tone\n"},
           {"lists/long.tsv", "surface\na b\na b c\nc\nd a\nb - c\n"},
           {"lists/exact.tsv", "surface\nB\nA b\nb C\n"}}};
}

/// Sentences of the alphabet's words, numbers and marks, some of them glued together; now and then a table.
inline std::string random_text(Dice& dice, std::size_t tokens) {
  static constexpr std::array<std::string_view, 24> kTokens = {"a",  "a", "b", "b",  "c", "c", "d",  "e",  "A", "B", "C", "as",
                                                               "bs", "1", "2", "12", ",", "-", "zz", "G2", ".", "(", "%", "é"};
  std::string text;
  for (std::size_t i = 0; i < tokens; ++i) {
    text += dice.pick(kTokens);
    const std::size_t gap = dice.roll(40);
    if (gap < 4) continue;
    text += gap == 4 ? "\n\n" : gap == 5 ? "\n" : gap == 6 ? ".\n\na\tb\t1\nc\t2\tB\n\n" : " ";
  }
  return text;
}

}  // namespace attest::testing_rules
