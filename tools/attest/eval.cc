// attest eval: precision, recall and F1 against gold files.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exit_status.h"
#include "gold_file.h"
#include "options.h"
#include "output.h"
#include "present/table.h"
#include "read/reader.h"
#include "score.h"
#include "terminal.h"
#include "verbs.h"

namespace attest::command {
namespace {

struct EvalOptions {
  std::string gold;  ///< Folder of *.mentions.json.
  std::string text;  ///< Folder of the articles; "" for the same one.
  RuleOptions rules;
  std::vector<std::string> kinds = {"figure", "date", "organisation", "agreement"};
  std::size_t misses = 0;
  bool json = false;
};

Result<std::vector<std::string>> gold_files(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    std::string path = entry.path().string();
    if (path.ends_with(".mentions.json")) files.push_back(std::move(path));
  }
  if (error) return Error{ErrorCode::kNotFound, error.message(), folder, {}};
  if (files.empty()) return Error{ErrorCode::kNotFound, "no *.mentions.json in this folder", folder, {}};
  std::sort(files.begin(), files.end());
  return files;
}

/// Reads and extracts the article of a gold file.
class System {
 public:
  System(const Extractor& extractor, std::string folder) : extractor_(&extractor), workspace_(extractor), folder_(std::move(folder)) {}

  Result<std::vector<Annotation>> annotate(const GoldFile& gold) {
    ReadOptions options;
    options.metadata.published = gold.published;
    options.metadata.published_basis = gold.published.empty() ? PublishedBasis::kNone : PublishedBasis::kGiven;
    std::vector<Annotation> annotations;
    std::optional<Error> failed;
    const auto take = [&](const Document& document) {
      for (const Mention& mention : extractor_->extract(document, {}, workspace_).mentions)
        annotations.push_back(to_annotation(mention, document));
      return true;
    };
    read_documents({folder_ + "/" + gold.article}, options, take, [&failed](const Error& error) { failed = error; });
    if (failed) return *failed;
    return annotations;
  }

 private:
  const Extractor* extractor_;
  Extractor::Workspace workspace_;
  std::string folder_;
};

struct Evaluation {
  std::vector<Score> scores;  ///< One for each kind.
  std::vector<Miss> misses;
  bool some_failed = false;
};

Evaluation evaluate(const std::vector<std::string>& files, const std::vector<std::string>& kinds, System& system) {
  Evaluation evaluation;
  evaluation.scores.resize(kinds.size());
  for (const std::string& file : files) {
    const auto gold = read_gold_file(file);
    const auto ours = gold ? system.annotate(*gold) : Result<std::vector<Annotation>>(gold.error());
    if (!ours) {
      report(ours.error());
      evaluation.some_failed = true;
      continue;
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) score_kind(kinds[i], gold->mentions, *ours, evaluation.scores[i], evaluation.misses);
  }
  return evaluation;
}

/// Four digits after the point are more than the size of any gold can carry.
double rounded(double number) { return std::round(number * 1e4) / 1e4; }

void write_scores(const EvalOptions& options, const Evaluation& evaluation, Output& output) {
  const auto writer = make_table_writer(options.json ? TableFormat::kJsonLines : TableFormat::kTable, output.buffer());
  writer->begin({"kind", "measure", "precision", "recall", "f1", "gold", "system"});
  for (std::size_t i = 0; i < options.kinds.size(); ++i) {
    const Score& score = evaluation.scores[i];
    const std::pair<std::string_view, std::uint64_t> measured[] = {
        {"exact", score.exact}, {"overlap", score.overlap}, {"right", score.right}};
    for (const auto& [name, hits] : measured) {
      const Measures measures = measures_of(hits, score);
      const std::vector<CellView> row = {std::string_view(options.kinds[i]),
                                         name,
                                         rounded(measures.precision),
                                         rounded(measures.recall),
                                         rounded(measures.f1),
                                         static_cast<std::int64_t>(score.gold),
                                         static_cast<std::int64_t>(score.system)};
      writer->row(row);
    }
  }
  writer->end();
}

void write_misses(const EvalOptions& options, const Evaluation& evaluation, Output& output) {
  for (std::size_t i = 0; i < std::min(options.misses, evaluation.misses.size()); ++i) {
    const Miss& miss = evaluation.misses[i];
    std::string& out = output.buffer();
    out += std::string(miss.what) + " " + miss.kind;
    if (!miss.gold.empty()) out += "  gold " + miss.gold;
    if (!miss.system.empty()) out += "  ours " + miss.system;
    out += "\n";
  }
}

int run_eval(const EvalOptions& options) {
  const auto files = gold_files(options.gold);
  if (!files) return fail(files.error());
  const auto extractor = make_extractor(options.rules);
  if (!extractor) return fail(extractor.error());
  System system(*extractor, options.text.empty() ? options.gold : options.text);
  const Evaluation evaluation = evaluate(*files, options.kinds, system);
  Output output;
  write_scores(options, evaluation, output);
  write_misses(options, evaluation, output);
  const int status = output.finish();
  return status == kDone && evaluation.some_failed ? kSomeFailed : status;
}

}  // namespace

void register_eval(CLI::App& app, int& status) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* verb = app.add_subcommand("eval", "Measure extraction against gold files: precision, recall and F1");
  verb->add_option("--gold", options->gold, "Folder with *.mentions.json")->required()->type_name("DIR");
  verb->add_option("--text", options->text, "Folder with the articles (default: that of the gold)")->type_name("DIR");
  verb->add_option("--kinds", options->kinds, "Kinds to measure, separated by commas")
      ->delimiter(',')
      ->check(CLI::IsMember({"figure", "date", "organisation", "agreement", "place", "person", "initiative", "event"}))
      ->type_name("LIST");
  verb->add_option("--misses", options->misses, "Print up to N mentions that are missed, wrong or spurious")->type_name("N");
  verb->add_flag("--json", options->json, "Print a JSON object a line");
  add_rule_options(*verb, options->rules);
  verb->footer(
      "exact: the same span; overlap: some of it; right: overlap and the same normal form.\n"
      "Example:\n"
      "  attest eval --gold corpus/gold --text corpus --misses 20");
  verb->callback([options, &status] { status = run_eval(*options); });
}

}  // namespace attest::command
