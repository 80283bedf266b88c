// Which of the documents that were just stored tell what an earlier one tells.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/store.h"
#include "text/text_sketch.h"

namespace attest {

/// Looks at the documents that wait for full-text search. Documents that share a hash of their texts are candidates; the sketches of the
/// texts decide (kNearDuplicate; short texts must share more). Versions of one uri are not compared. Throws SQLite::Exception.
class CopyFinder {
 public:
  explicit CopyFinder(SQLite::Database& database);

  /// Writes the table `copy`; time grows with the documents that wait, not with those in the store.
  CopyCounts run();

 private:
  struct Story {
    std::string uri;
    std::string sha256;
    std::string publisher;
    std::string host;  ///< Of its url; "" where there is none.
    TextSketch sketch;
  };
  struct Match {
    std::int64_t original = 0;
    const char* kind = nullptr;
    double overlap = 0;
  };

  std::vector<std::int64_t> pending();
  std::vector<std::int64_t> candidates(std::int64_t key);
  const Story& story(std::int64_t key);
  std::optional<Match> best_match(std::int64_t key);
  static std::optional<Match> match(const Story& story, const Story& earlier);
  void keep(std::int64_t key, const Match& match, CopyCounts& counts);

  SQLite::Statement pending_;
  SQLite::Statement hashes_;
  SQLite::Statement sharing_;
  SQLite::Statement read_;
  SQLite::Statement insert_;
  std::unordered_map<std::int64_t, Story> stories_;
};

}  // namespace attest
