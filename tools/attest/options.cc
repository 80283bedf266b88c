#include "options.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>
#include <utility>

#include "built_in_rules.h"

namespace attest::command {

namespace {

InputFormat format_named(std::string_view name) noexcept {
  constexpr std::array<std::pair<std::string_view, InputFormat>, 9> kFormats = {{{"text", InputFormat::kText},
                                                                                 {"jsonl", InputFormat::kJsonl},
                                                                                 {"html", InputFormat::kHtml},
                                                                                 {"markdown", InputFormat::kMarkdown},
                                                                                 {"pdf", InputFormat::kPdf},
                                                                                 {"office", InputFormat::kOffice},
                                                                                 {"feed", InputFormat::kFeed},
                                                                                 {"mail", InputFormat::kMail},
                                                                                 {"warc", InputFormat::kWarc}}};
  const auto found = std::find_if(kFormats.begin(), kFormats.end(), [name](const auto& it) { return it.first == name; });
  return found != kFormats.end() ? found->second : InputFormat::kAuto;
}

}  // namespace

void add_input_options(CLI::App& verb, InputOptions& options) {
  verb.add_option("INPUT", options.inputs, "Files, folders, archives, glob patterns, @FILE with a list of them, or - for standard input")
      ->required();
  verb.add_option("--from", options.format, "Format of the inputs (default auto: by their content)")
      ->check(CLI::IsMember({"auto", "text", "jsonl", "html", "markdown", "pdf", "office", "feed", "mail", "warc"}))
      ->type_name("FORMAT");
  verb.add_option("--published", options.published, "Publication date of the inputs, YYYY-MM-DD")->type_name("DATE");
}

Result<ReadOptions> read_options(const InputOptions& options) {
  ReadOptions read;
  read.format = format_named(options.format);
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
  std::vector<RulePack> packs;
  packs.push_back(built_in_rules());
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
