#include "options.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "built_in_rules.h"

namespace attest::command {

void add_input_options(CLI::App& verb, InputOptions& options) {
  verb.add_option("INPUT", options.inputs, "Files, folders, glob patterns, or - for standard input")->required();
  verb.add_option("--from", options.format, "Format of the inputs: auto, text, jsonl or html (default auto)")
      ->check(CLI::IsMember({"auto", "text", "jsonl", "html"}))
      ->type_name("FORMAT");
  verb.add_option("--published", options.published, "Publication date of the inputs, YYYY-MM-DD")->type_name("DATE");
}

Result<ReadOptions> read_options(const InputOptions& options) {
  ReadOptions read;
  if (options.format == "text") read.format = InputFormat::kText;
  if (options.format == "jsonl") read.format = InputFormat::kJsonl;
  if (options.format == "html") read.format = InputFormat::kHtml;
  if (options.published.empty()) return read;
  if (!is_iso_date(options.published)) {
    return Error{ErrorCode::kUsage, "\"" + options.published + "\" is no date", "--published", "write it as 2025-06-17"};
  }
  read.metadata.published = options.published;
  read.metadata.published_basis = PublishedBasis::kGiven;
  return read;
}

void add_rule_options(CLI::App& verb, RuleOptions& options) {
  verb.add_option("--rules", options.folders, "Folder with rules of your own; may be repeated")->type_name("DIR")->allow_extra_args(false);
}

Result<std::vector<RulePack>> rule_packs(const RuleOptions& options) {
  std::vector<RulePack> packs = {built_in_rules()};
  for (const std::string& folder : options.folders) {
    auto pack = read_rule_pack(folder);
    if (!pack) return pack.error();
    packs.push_back(std::move(*pack));
  }
  return packs;
}

Result<Extractor> make_extractor(const RuleOptions& options) {
  const auto packs = rule_packs(options);
  if (!packs) return packs.error();
  return Extractor::create(*packs);
}

void add_jobs_option(CLI::App& verb, unsigned& jobs) {
  constexpr unsigned kMost = 1024;
  jobs = std::clamp(std::thread::hardware_concurrency(), 1U, kMost);
  verb.add_option("--jobs", jobs, "Threads to use (default: one for each processor)")->check(CLI::Range(1U, kMost))->type_name("N");
}

}  // namespace attest::command
