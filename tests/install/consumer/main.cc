// The smallest program on the installed library: one sentence in, its figures out as JSON lines.
#include <attest.h>
#include <built_in_rules.h>

#include <cstdio>
#include <string>

int main() {
  const auto extractor = attest::Extractor::create({attest::built_in_rules()});
  if (!extractor) return 1;
  attest::Extractor::Workspace workspace(*extractor);
  attest::Document document;
  document.text = "Exports rose to $43.8 billion.";
  std::string lines;
  attest::RecordWriter writer(document, lines);
  for (const attest::Mention& mention : extractor->extract(document, {}, workspace).mentions) writer.mention(mention);
  std::fputs(lines.c_str(), stdout);
}
