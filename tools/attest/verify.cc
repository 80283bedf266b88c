// attest verify: does every citation still cut out its quote, and is the store whole?
#include "store/verify.h"

#include <fmt/core.h>

#include <iterator>
#include <memory>
#include <string>

#include "exit_status.h"
#include "output.h"
#include "terminal.h"
#include "verbs.h"
#include "wording.h"

namespace attest::command {
namespace {

int run_verify(const std::string& path) {
  const auto store = Store::open(path, OpenMode::kReadOnly);
  if (!store) return fail(store.error());
  const auto found = verify(*store);
  if (!found) return fail(found.error());

  Output output;
  for (const VerifyProblem& problem : found->problems) {
    output.buffer() += problem.where + ": " + problem.what + "\n";
    if (!output.flush_when_full()) break;
  }
  const std::size_t problems = found->problems.size();
  fmt::format_to(std::back_inserter(output.buffer()), "{}, {}, {}, {} checked: {}\n", counted(found->documents, "document"),
                 counted(found->sentences, "sentence"), counted(found->mentions, "mention"), counted(found->facts, "fact"),
                 problems == 0 ? "all is well" : counted(problems, "problem"));
  const int status = output.finish();
  return problems == 0 ? status : kError;
}

}  // namespace

void register_verify(CLI::App& app, int& status) {
  auto path = std::make_shared<std::string>();
  CLI::App* verb = app.add_subcommand("verify", "Check that every citation still cuts out its quote and that the store is whole");
  verb->add_option("DB", *path, "The fact store")->required();
  verb->footer(
      "Prints each problem on a line, and a summary; the exit status is 2 where there is one.\n"
      "Example:\n"
      "  attest verify facts.db");
  verb->callback([path, &status] { status = run_verify(*path); });
}

}  // namespace attest::command
