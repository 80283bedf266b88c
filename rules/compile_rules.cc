// Writes the image of the built-in rules: compile_rules OUTPUT
// Wrong rules stop the build here, with the checker's messages.

#include <cstdio>
#include <fstream>
#include <string>

#include "engine/rule_image.h"
#include "engine/rule_set.h"
#include "written_rules.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: compile_rules OUTPUT\n", stderr);
    return 2;
  }
  const auto rules = attest::RuleSet::compile({attest::written_rules()});
  if (!rules) {
    std::fputs(rules.error().what.c_str(), stderr);
    return 1;
  }
  const std::string image = attest::write_rule_image(rules->compiled(), rules->digest());
  std::ofstream out(argv[1], std::ios::binary);
  out.write(image.data(), static_cast<std::streamsize>(image.size()));
  if (out.flush()) return 0;
  std::fprintf(stderr, "cannot write %s\n", argv[1]);
  return 1;
}
