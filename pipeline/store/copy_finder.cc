#include "store/copy_finder.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/ascii.h"
#include "store/row_binder.h"

namespace attest {
namespace {

/// Documents that share one hash and are looked at: what more of them share is a phrase that pages have in common.
constexpr int kMostSharing = 20;
/// Stories kept at hand: about 50 MB.
constexpr std::size_t kMostStories = 20'000;
/// Hashes that a sketch needs to speak for a text: texts of some forty words.
constexpr std::size_t kLeastHashes = 8;

/// The overlap from which on two texts tell one story. Short reports are written to a formula (results, tenders, weather), and share half
/// of their words with others of their kind: the shorter of the texts, the more must be the same.
double least_overlap(std::size_t hashes) noexcept {
  constexpr double kOfShort = 0.8;
  constexpr double kShort = 24;  // hashes: a hundred words
  constexpr double kLong = 64;   // 250 words
  const double length = std::clamp((static_cast<double>(hashes) - kShort) / (kLong - kShort), 0.0, 1.0);
  return kOfShort + length * (kNearDuplicate - kOfShort);
}

constexpr const char* kSameText = "same_text";
constexpr const char* kVersion = "version";
constexpr const char* kCopy = "copy";

/// "example.org" of "https://www.example.org/a".
std::string host_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) return {};
  url.remove_prefix(begin + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  return std::string(url.starts_with("www.") ? url.substr(4) : url);
}

bool is_same_known(const std::string& a, const std::string& b) { return !a.empty() && a == b; }

}  // namespace

CopyFinder::CopyFinder(SQLite::Database& database)
    : pending_(database, "SELECT document_key FROM search_pending ORDER BY document_key"),
      hashes_(database, "SELECT hash FROM text_hash WHERE document_key = ?"),
      sharing_(database, "SELECT document_key FROM text_hash WHERE hash = ? AND document_key < ? ORDER BY document_key LIMIT ?"),
      read_(database, "SELECT uri, sha256, publisher, url, text FROM document WHERE document_key = ?"),
      insert_(database, "INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?)") {}

CopyCounts CopyFinder::run() {
  CopyCounts counts;
  for (const std::int64_t key : pending()) {
    if (const auto match = best_match(key)) keep(key, *match, counts);
    if (stories_.size() > kMostStories) stories_.clear();
  }
  return counts;
}

std::vector<std::int64_t> CopyFinder::pending() {
  std::vector<std::int64_t> keys;
  while (pending_.executeStep()) keys.push_back(pending_.getColumn(0).getInt64());
  pending_.reset();
  return keys;
}

std::vector<std::int64_t> CopyFinder::candidates(std::int64_t key) {
  std::vector<std::int64_t> found;
  RowBinder hashes(hashes_);
  hashes << key;
  while (hashes_.executeStep()) {
    RowBinder sharing(sharing_);
    sharing << hashes_.getColumn(0).getInt64() << key << kMostSharing;
    while (sharing_.executeStep()) found.push_back(sharing_.getColumn(0).getInt64());
  }
  hashes_.reset();
  sharing_.reset();
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

const CopyFinder::Story& CopyFinder::story(std::int64_t key) {
  if (const auto known = stories_.find(key); known != stories_.end()) return known->second;
  RowBinder row(read_);
  row << key;
  read_.executeStep();
  Story story{read_.getColumn(0).getString(), read_.getColumn(1).getString(), ascii_lowered(read_.getColumn(2).getString()),
              ascii_lowered(host_of(read_.getColumn(3).getString())), sketch_of(read_.getColumn(4).getString())};
  read_.reset();
  return stories_.emplace(key, std::move(story)).first->second;
}

std::optional<CopyFinder::Match> CopyFinder::best_match(std::int64_t key) {
  std::optional<Match> best;
  for (const std::int64_t earlier : candidates(key)) {
    auto found = match(story(key), story(earlier));
    if (!found || (best && best->overlap >= found->overlap)) continue;
    found->original = earlier;
    best = found;
  }
  return best;
}

std::optional<CopyFinder::Match> CopyFinder::match(const Story& story, const Story& earlier) {
  if (story.uri == earlier.uri) return std::nullopt;
  if (story.sha256 == earlier.sha256) return Match{0, kSameText, 1};
  const double overlap = containment(story.sketch, earlier.sketch);
  const std::size_t hashes = std::min(story.sketch.size(), earlier.sketch.size());
  if (hashes < kLeastHashes || overlap < least_overlap(hashes)) return std::nullopt;
  const bool same_source = is_same_known(story.publisher, earlier.publisher) || is_same_known(story.host, earlier.host);
  return Match{0, same_source ? kVersion : kCopy, overlap};
}

void CopyFinder::keep(std::int64_t key, const Match& match, CopyCounts& counts) {
  (RowBinder(insert_) << key << match.original << std::string_view(match.kind) << match.overlap).run();
  ++(match.kind == kSameText ? counts.same_texts : match.kind == kVersion ? counts.versions : counts.copies);
}

}  // namespace attest
