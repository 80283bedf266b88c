// The verbs of the command, a file each. A verb registers its options and its help with the application; when it is
// the chosen one, its callback runs it and leaves the exit status in `status`.
#pragma once

#include <CLI/CLI.hpp>

namespace attest::command {

void register_ingest(CLI::App& app, int& status);
void register_check(CLI::App& app, int& status);
void register_report(CLI::App& app, int& status);
void register_diff(CLI::App& app, int& status);
void register_query(CLI::App& app, int& status);
void register_show(CLI::App& app, int& status);
void register_explain(CLI::App& app, int& status);
void register_verify(CLI::App& app, int& status);
void register_read(CLI::App& app, int& status);
void register_extract(CLI::App& app, int& status);
void register_rules(CLI::App& app, int& status);
void register_load(CLI::App& app, int& status);
void register_eval(CLI::App& app, int& status);

}  // namespace attest::command
