#include "ingest_progress.h"

#include <fmt/core.h>

#include <cstdio>

#include "terminal.h"
#include "wording.h"

namespace attest::command {

IngestProgress::IngestProgress() : began_(Clock::now()), drawn_(began_), terminal_(standard_error_is_terminal()) {}

void IngestProgress::add(AddOutcome outcome, const ExtractedDocument& extracted) {
  ++documents_;
  bytes_ += extracted.document.text.size();
  if (outcome == AddOutcome::kRejected) return add_failures(1);
  ++outcomes_[static_cast<std::size_t>(outcome)];
  if (outcome == AddOutcome::kUnchanged) return;
  facts_ += extracted.extraction.facts.size();
  if (!extracted.extraction.has_rules) ++unread_languages_[extracted.extraction.language];
  for (const Mention& mention : extracted.extraction.mentions) {
    if (mention.figure() != nullptr) ++figures_;
    if (mention.date() != nullptr) ++dates_;
    if (mention.name() != nullptr) ++names_;
    if (mention.agreement() != nullptr) ++agreements_;
  }
}

void IngestProgress::add_unchanged() {
  ++documents_;
  ++outcomes_[static_cast<std::size_t>(AddOutcome::kUnchanged)];
}

void IngestProgress::add_failures(std::uint64_t count) { failures_ += count; }

double IngestProgress::seconds() const { return std::chrono::duration<double>(Clock::now() - began_).count(); }

void IngestProgress::draw() {
  constexpr auto kPause = std::chrono::milliseconds(100);
  if (!terminal_ || Clock::now() - drawn_ < kPause) return;
  drawn_ = Clock::now();
  shown_ = true;
  const double megabytes = static_cast<double>(bytes_) / 1e6;
  fmt::print(stderr, "\r\x1b[K{} documents, {} figures, {:.1f} MB, {:.1f} MB/s", documents_, figures_, megabytes, megabytes / seconds());
  std::fflush(stderr);
}

void IngestProgress::clear() {
  if (shown_) fmt::print(stderr, "\r\x1b[K");
  shown_ = false;
}

std::string IngestProgress::summary() const {
  const std::uint64_t added = outcomes_[static_cast<std::size_t>(AddOutcome::kAdded)];
  std::string text = counted(added, "document") + " added";
  for (const AddOutcome outcome : {AddOutcome::kNewVersion, AddOutcome::kRestored, AddOutcome::kRefreshed, AddOutcome::kUnchanged}) {
    const std::uint64_t count = outcomes_[static_cast<std::size_t>(outcome)];
    if (count == 0) continue;
    text += outcome == AddOutcome::kNewVersion ? ", " + counted(count, name_of(outcome)) : fmt::format(", {} {}", count, name_of(outcome));
  }
  if (failures_ > 0) text += fmt::format(", {} failed", failures_);
  text += fmt::format("; {}, {}, {}, {}, {} in {:.1f} s", counted(figures_, "figure"), counted(dates_, "date"), counted(names_, "name"),
                      counted(agreements_, "agreement"), counted(facts_, "fact"), seconds());
  if (!unread_languages_.empty()) text += "; " + unread_summary();
  return text;
}

std::string IngestProgress::unread_summary() const {
  std::uint64_t documents = 0;
  std::string names;
  for (const auto& [language, count] : unread_languages_) {
    documents += count;
    names += (names.empty() ? "" : ", ") + language;
  }
  return fmt::format("{} in languages without rules ({})", documents, names);
}

std::string copies_summary(const CopyCounts& counts) {
  std::string text;
  const auto add = [&text](std::uint64_t count, std::string_view what, std::string_view many) {
    if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, count == 1 ? what : many);
  };
  add(counts.same_texts, "with the same text at another address", "with the same text at other addresses");
  add(counts.versions, "updated version", "updated versions");
  add(counts.copies, "copy", "copies");
  return text.empty() ? text : "near-duplicates: " + text + " (attest query DB @copies)";
}

}  // namespace attest::command
