// attest diff: what a new version of an article changed.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/version_change.h"
#include "exit_status.h"
#include "output.h"
#include "policy_tables.h"
#include "present/display_text.h"
#include "present/json_lines.h"
#include "store/version_reader.h"
#include "terminal.h"
#include "text/code_points.h"
#include "verbs.h"
#include "wording.h"

namespace attest::command {
namespace {

struct DiffOptions {
  std::string path;
  std::string document;
  bool json = false;
};

/// The version's facts as the checks see them, and its sentences.
struct ReadVersion {
  CheckedDocument document;
  std::vector<std::string> sentences;
};

ReadVersion read_version(DocumentVersion& version, const CheckPolicy& policy) {
  ReadVersion read;
  read.document.text = std::move(version.text);
  const CodePointIndex index(read.document.text);
  for (StoredFact& row : version.facts) {
    const Span sentence = index.to_bytes(row.figure.sentence_chars);
    if (auto fact = checked(std::move(row), sentence, policy)) read.document.facts.push_back(std::move(*fact));
  }
  for (const Span& chars : version.sentence_chars) read.sentences.push_back(on_one_line(index.to_bytes(chars).of(read.document.text)));
  return read;
}

/// The sentences of `some` that `others` does not have, in order.
std::vector<std::string> only_in(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  const std::set<std::string> known(others.begin(), others.end());
  std::vector<std::string> only;
  std::copy_if(some.begin(), some.end(), std::back_inserter(only), [&](const std::string& one) { return !known.contains(one); });
  return only;
}

/// One of the two versions that are compared.
struct Side {
  std::string_view name;
  const DocumentVersion* version = nullptr;
  const ReadVersion* read = nullptr;
};

std::string heading_of(const Side& side) {
  const DocumentVersion& version = *side.version;
  return fmt::format("{} version {} of {}  {}{}\n", side.name, version.version, version.uri, version.document_id.substr(0, 12),
                     version.published.empty() ? "" : ", published " + version.published);
}

void append_text(std::string& out, const Side& before, const Side& after, const std::vector<FactChange>& changes) {
  out += heading_of(before) + heading_of(after) + "\n";
  for (const FactChange& change : changes) out += on_one_line(in_words(change)) + "\n";
  if (!changes.empty()) out += '\n';
  const auto gone = only_in(before.read->sentences, after.read->sentences);
  const auto come = only_in(after.read->sentences, before.read->sentences);
  for (const std::string& sentence : gone) out += "- " + sentence + "\n";
  for (const std::string& sentence : come) out += "+ " + sentence + "\n";
  if (!gone.empty() || !come.empty()) out += '\n';
  out += fmt::format("{} of figures; {} gone, {} new\n", counted(changes.size(), "change"), counted(gone.size(), "sentence"), come.size());
}

void append_fact(std::string& out, std::string_view key, const CheckedFact* fact) {
  out.append(",\"").append(key).append("\":");
  if (fact == nullptr) {
    out += "null";
    return;
  }
  const Span chars = fact->row.figure.chars;
  out += "{\"fact\":";
  append_json_string(out, fact->row.fact_id);
  fmt::format_to(std::back_inserter(out), ",\"start\":{},\"end\":{},\"text\":", chars.begin, chars.end);
  append_json_string(out, fact->quote());
  out += '}';
}

void append_json(std::string& out, const FactChange& change) {
  out += "{\"record\":\"change\",\"kind\":";
  append_json_string(out, name_of(change.kind));
  out += ",\"summary\":";
  append_json_string(out, in_words(change));
  append_fact(out, "before", change.before);
  append_fact(out, "after", change.after);
  out += "}\n";
}

int run_diff(const DiffOptions& options) {
  const auto policy = read_policy({});
  if (!policy) return fail(policy.error());
  const auto store = Store::open(options.path, OpenMode::kReadOnly);
  if (!store) return fail(store.error());
  auto versions = find_versions(*store, options.document);
  if (!versions) return fail(versions.error());
  const ReadVersion before = read_version(versions->before, *policy);
  const ReadVersion after = read_version(versions->after, *policy);
  const std::vector<FactChange> changes = changes_between(before.document, after.document);
  Output output;
  if (options.json) {
    for (const FactChange& change : changes) append_json(output.buffer(), change);
  } else {
    append_text(output.buffer(), {"before", &versions->before, &before}, {"after ", &versions->after, &after}, changes);
  }
  return output.finish();
}

}  // namespace

void register_diff(CLI::App& app, int& status) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* verb = app.add_subcommand("diff", "Tell what a new version of an article changed");
  verb->add_option("DB", options->path, "The fact store")->required();
  verb->add_option("DOCUMENT", options->document, "Address of the article, or a version's id or its first digits")->required();
  verb->add_flag("--json", options->json, "Print the changes of figures, a JSON object a line");
  verb->footer(
      "Compares a version with the one before it: figures that got another value or another meaning, that came or went, and sentences.\n"
      "Example:\n"
      "  attest diff facts.db articles/port.txt");
  verb->callback([options, &status] { status = run_diff(*options); });
}

}  // namespace attest::command
