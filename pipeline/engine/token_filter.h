// A cheap test of one token that tells most places where a pattern cannot match: what may stand next to an anchor.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/chart.h"
#include "engine/token_class.h"

namespace attest {

struct CompiledRules;
struct Program;

/// The tokens that some path of a program can consume next. `admits_all` where a path may consume nothing more, or something
/// that this test cannot see.
class TokenFilter {
 public:
  /// What `program` may consume from instruction `start` on, without looking further than one token.
  [[nodiscard]] static TokenFilter after(const CompiledRules& rules, const Program& program, std::uint32_t start);

  /// Whether the token at `index` may come next. For backward programs this is the token before the boundary.
  [[nodiscard]] bool admits(const Chart& chart, std::uint32_t index) const noexcept;
  [[nodiscard]] bool admits_all() const noexcept { return admits_all_; }
  /// Whether the word alone is admitted, and whether anything else than words is: for tables over the vocabulary.
  [[nodiscard]] bool admits_word(WordId word) const noexcept;
  [[nodiscard]] bool admits_more_than_words() const noexcept { return admits_all_ || !classes_.empty() || !types_.empty(); }

 private:
  struct ClassTest {
    ClassMask all;   // all of these hold
    ClassMask none;  // and none of these
    bool glued;      // no white space stands before
  };

  void explore(const CompiledRules& rules, const Program& program, std::uint32_t start);
  void add_instruction(const CompiledRules& rules, const Program& program, std::uint32_t pc, bool glued);
  void add_word(WordId word);

  bool admits_all_ = false;
  bool backward_ = false;
  bool glued_ = true;                 // no white space stands between the boundary and the token, on any path
  std::vector<std::uint64_t> words_;  // a bit for each word id
  std::vector<ClassTest> classes_;
  std::vector<TypeId> types_;
};

}  // namespace attest
