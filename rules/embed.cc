// Writes rule files as a C++ source: embed FOLDER OUTPUT FILE...
// A string literal may hold 65,536 characters (C++ [implimits]); longer files are cut into several that adjoin.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Octal escapes of three digits cannot run into the characters behind them.
void append_escaped(std::string& out, unsigned char byte) {
  if (byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?') {
    out += static_cast<char>(byte);
    return;
  }
  out += '\\';
  for (int shift = 6; shift >= 0; shift -= 3) out += static_cast<char>('0' + ((byte >> shift) & 7));
}

std::string as_literal(const std::string& text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    append_escaped(out, static_cast<unsigned char>(text[i]));
    if (text[i] == '\n') out += "\"\n\"";
  }
  return out + "\"";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: embed FOLDER OUTPUT FILE...\n", stderr);
    return 2;
  }
  std::ofstream out(argv[2], std::ios::binary);
  out << "#include \"built_in_rules_data.h\"\n\nnamespace attest {\n\nconst std::vector<EmbeddedFile>& embedded_rule_files() {\n"
      << "  static const std::vector<EmbeddedFile> files = {\n";
  for (int i = 3; i < argc; ++i) {
    const std::string text = read_file(std::string(argv[1]) + "/" + argv[i]);
    out << "{\"" << argv[i] << "\", std::string_view(" << as_literal(text) << ", " << text.size() << ")},\n";
  }
  out << "  };\n  return files;\n}\n\n}  // namespace attest\n";
  return out ? 0 : 1;
}
