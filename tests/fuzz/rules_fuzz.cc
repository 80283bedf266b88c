// Any bytes as a rule file and as a list: parsing and checking end, and every diagnostic prints.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/checker.h"
#include "engine/parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attest;
  std::string text(reinterpret_cast<const char*>(data), size);
  const std::vector<RulePack> packs = {
      {"built-in", {{"10_fuzz.rules", text}, {"lists/l.tsv", text}, {"20_list.rules", "phase q\nlist l lists/l.tsv\n"}}}};
  std::vector<Diagnostic> diagnostics;
  const ast::RuleTree tree = parse_rules(packs, diagnostics);
  check_rules(tree, diagnostics);
  add_source_lines(packs, diagnostics);
  static_cast<void>(to_string(diagnostics));
  static_cast<void>(parse_pattern(text, "pattern", diagnostics));
  return 0;
}
