// attest: facts out of articles, each with its source passage. This file chooses the verb; each verb has its own file.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "engine/diagnostic.h"
#include "exit_status.h"
#include "heap_pages.h"
#include "terminal.h"
#include "verbs.h"

namespace attest::command {
namespace {

void register_verbs(CLI::App& app, int& status) {
  register_ingest(app, status);
  register_check(app, status);
  register_report(app, status);
  register_diff(app, status);
  register_query(app, status);
  register_show(app, status);
  register_explain(app, status);
  register_verify(app, status);
  register_read(app, status);
  register_extract(app, status);
  register_load(app, status);
  register_rules(app, status);
  register_eval(app, status);
}

// What the user typed cannot be run, or asks for help, which CLI11 also signals by exceptions.
int answer_parse_error(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    app.exit(error);
    return kDone;
  }
  std::string usage = "attest";
  for (const CLI::App* verb : app.get_subcommands()) usage += " " + verb->get_name();
  return fail({ErrorCode::kUsage, error.what(), {}, usage + " --help shows how"});
}

/// CLI11 takes an unknown verb for a superfluous argument; the user is better served by the verb's nearest name.
Status check_verb(const CLI::App& app, int argument_count, char** arguments) {
  if (argument_count < 2) return Error{ErrorCode::kUsage, "no verb given", {}, "attest --help lists the verbs"};
  const std::string given = arguments[1];
  std::vector<std::string> verbs;
  for (const CLI::App* verb : app.get_subcommands({})) verbs.push_back(verb->get_name());
  if (given.starts_with('-') || std::find(verbs.begin(), verbs.end(), given) != verbs.end()) return {};
  const std::string nearest = nearest_name(given, verbs);
  const std::string hint = nearest.empty() ? "attest --help lists the verbs" : "did you mean \"" + nearest + "\"?";
  return Error{ErrorCode::kUsage, "there is no verb \"" + given + "\"", {}, hint};
}

int run(int argument_count, char** arguments) {
  int status = kDone;
  CLI::App app("attest reads articles and keeps what they state, every row with its source passage.", "attest");
  app.set_version_flag("--version", "attest " ATTEST_VERSION);
  app.footer(
      "Example:\n"
      "  attest ingest facts.db articles/\n"
      "  attest query facts.db \"SELECT quote, value, unit FROM figures ORDER BY value DESC LIMIT 10\"");
  register_verbs(app, status);
  if (auto verb = check_verb(app, argument_count, arguments); !verb) return fail(verb.error());
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    return answer_parse_error(app, error);
  }
  return status;
}

}  // namespace
}  // namespace attest::command

int main(int argument_count, char** arguments) {
  using namespace attest::command;
  use_huge_pages();
  std::signal(SIGPIPE, SIG_IGN);  // a closed output then shows as EPIPE, which Output treats as a quiet end
  try {
    return run(argument_count, arguments);
  } catch (const std::bad_alloc&) {
    std::fputs("attest: out of memory (use fewer --jobs, or smaller inputs)\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "attest: internal error: %s\n", error.what());
  }
  return kError;
}
