// Options that several verbs share.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/rule_file.h"
#include "fact/extractor.h"
#include "read/reader.h"

namespace attest::command {

/// What to read and how.
struct InputOptions {
  std::vector<std::string> inputs;
  std::string format = "auto";  ///< auto, or a format of InputFormat.
  std::string published;        ///< ISO date, or "".
};

/// Adds `INPUT...`, `--from` and `--published`.
void add_input_options(CLI::App& verb, InputOptions& options);

/// The options as the reader takes them. Error: kUsage for what is no date.
[[nodiscard]] Result<ReadOptions> read_options(const InputOptions& options);

/// Which rules to use beside the built-in ones.
struct RuleOptions {
  std::vector<std::string> folders;
};

/// Adds `--rules DIR`, which may be given more than once.
void add_rule_options(CLI::App& verb, RuleOptions& options);

/// The built-in rules and the packs in the folders, in this order. Errors: kNotFound, kUnreadable.
[[nodiscard]] Result<std::vector<RulePack>> rule_packs(const RuleOptions& options);

/// Compiles the built-in rules and the packs in the folders. Errors: kNotFound, kUnreadable, kRules.
[[nodiscard]] Result<Extractor> make_extractor(const RuleOptions& options);

/// Adds `--jobs N`, by default one for each processor.
void add_jobs_option(CLI::App& verb, unsigned& jobs);

}  // namespace attest::command
