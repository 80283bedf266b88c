// What the checks read from a store and keep in it, in one transaction. No rules of comparison here.
//
//   auto session = CheckSession::begin(store, policy_digest);
//   for (std::int64_t key : *session->pending()) ...
//   session->commit();
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/fact_reader.h"
#include "store/store.h"

namespace attest {

/// A document as the checks see it.
struct FactSource {
  std::int64_t key = 0;
  std::string uri;
  std::string publisher;
  std::string published;
  bool is_current = true;
};

/// A fact of a topic, by its place, with its period in days since 1970-01-01 where it has both ends.
struct TopicRow {
  std::int64_t topic = 0;
  std::int64_t document_key = 0;
  std::uint32_t fact_number = 0;
  std::optional<std::int32_t> period_start;
  std::optional<std::int32_t> period_end;
};

/// A finding as its tables have it. Exactly one of document_key and topic says what it came from.
struct FindingRow {
  struct Member {
    std::string fact_id;
    std::int64_t document_key = 0;
    std::uint32_t mention_number = 0;
    std::string role;
  };
  std::string finding_id;
  std::optional<std::int64_t> document_key;
  std::optional<std::int64_t> topic;
  std::string check_kind;
  std::string verdict;
  std::string severity;
  double gap = 0;
  std::string summary;
  std::string arithmetic;
  std::uint32_t independent_sources = 1;
  std::vector<Member> members;
};

/// One check run. Everything it writes becomes visible with `commit`; without it nothing does. Errors of every function: kStore.
class CheckSession {
 public:
  /// Waits for its turn to write. Another policy than that of the last run makes every document pending and forgets all findings.
  [[nodiscard]] static Result<CheckSession> begin(Store& store, const std::string& policy_digest);
  CheckSession(CheckSession&&) noexcept;
  CheckSession& operator=(CheckSession&&) noexcept;
  ~CheckSession();

  /// Documents that came, changed or went since the last run, in order of their keys.
  [[nodiscard]] Result<std::vector<std::int64_t>> pending();
  /// Nothing where the document is gone.
  [[nodiscard]] Result<std::optional<FactSource>> source(std::int64_t document_key);
  [[nodiscard]] Result<std::string> text(std::int64_t document_key);
  /// In order of position.
  [[nodiscard]] Result<std::vector<StoredFact>> facts(std::int64_t document_key);
  [[nodiscard]] Result<std::optional<StoredFact>> fact(std::int64_t document_key, std::uint32_t fact_number);

  /// The topics of a document's facts, which are forgotten, with the findings within the document.
  [[nodiscard]] Result<std::vector<std::int64_t>> take_topics(std::int64_t document_key);
  /// Keeps the topics of facts; fastest in order of topic.
  [[nodiscard]] Status add_topics(const std::vector<TopicRow>& rows);
  /// True where no document was checked before, so that there is nothing to take back.
  [[nodiscard]] bool is_first() const noexcept;
  /// Marks a document whose arithmetic can be tried with the figures of others; `take_topics` takes the mark away.
  [[nodiscard]] Status add_arithmetic(std::int64_t document_key);
  [[nodiscard]] Result<bool> has_arithmetic(std::int64_t document_key);
  /// The facts of a topic, in order of document and number; the findings of the topic are forgotten. At most `limit` rows, those of
  /// the documents that were stored last.
  [[nodiscard]] Result<std::vector<TopicRow>> take_topic(std::int64_t topic, std::uint32_t limit);

  /// Keeps a finding; one with the same id stays as it is.
  [[nodiscard]] Status add_finding(const FindingRow& finding);

  /// Forgets what is pending, and commits.
  [[nodiscard]] Status commit();

 private:
  struct State;
  explicit CheckSession(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// What a person decided about a finding; "" for nothing.
struct Judgement {
  std::string decision;  ///< "explained", "ignore", "same_fact", "not_the_same_measure".
  std::string note;
};

/// A finding as it is told, with the passages of its members.
struct ToldFinding {
  struct Member {
    std::string fact_id;
    std::string uri;
    std::string publisher;
    Span chars;
    std::string quote;
    std::string role;
    std::string sentence;
    std::uint32_t line = 1;
    std::string measure_id;
    std::string measure;
    std::vector<std::string> parties;  ///< With both ends of a flow.
    std::string period_start;
    std::string period_end;
  };
  FindingRow row;  ///< Without members.
  std::vector<Member> members;
  Judgement judgement;
};

/// How much is told of a finding's members; less is read faster.
enum class MemberDetail : std::uint8_t {
  kPassage,   ///< Fact, document, figure and role.
  kSubject,   ///< Measure, parties and period, too.
  kSentence,  ///< Line and sentence, too.
};

/// The findings of the last check, the most severe first, one after the other; `take` returns false to stop. Errors: kStore.
[[nodiscard]] Status read_findings(const Store& store, MemberDetail detail, const std::function<bool(ToldFinding)>& take);

/// Keeps what a person decided about the finding whose id is or begins with `id_prefix` (six digits at least); an empty decision takes
/// an earlier one back. Errors: kUsage (no such decision, ambiguous), kNotFound, kStore.
[[nodiscard]] Status judge_finding(Store& store, const std::string& id_prefix, const Judgement& judgement, const std::string& now);

}  // namespace attest
