// Statements of one figure by several sources: which numbers satisfy them, who agrees, and how the others differ.
//
//   StatementGroup(facts, "topic 7, 2024", context).report(Contradiction::kYes, found);
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/same_figure.h"

namespace attest {

/// What a difference between the statements says.
enum class Contradiction : std::uint8_t {
  kNone,      ///< Nothing: many things have such a measure.
  kPossible,  ///< They may speak of the same.
  kYes,       ///< They contradict each other.
};

/// Statements that can be compared. References must outlive the group.
class StatementGroup {
 public:
  /// `key` names what they are about, for the ids of findings.
  StatementGroup(SourcedFacts facts, std::string key, const TopicContext& context)
      : facts_(std::move(facts)), key_(std::move(key)), context_(context) {}

  /// Appends who agrees and, as far as they may contradict each other, who differs.
  void report(Contradiction contradiction, TopicFindings& found) const;
  /// Only who agrees, of statements on one thing: hedged ones may fit several readings.
  void report_agreements(TopicFindings& found) const;
  /// Only who differs; `reason` follows the gap in the summary.
  void report_differences(Contradiction contradiction, const std::string& reason, TopicFindings& found) const;
  /// The same for measures that many things have: a document that states both numbers means two things.
  void report_loose_differences(Contradiction contradiction, const std::string& reason, TopicFindings& found) const;
  /// That the statements speak of different things, which are named.
  void report_scope(const std::string& difference, TopicFindings& found) const;

 private:
  /// Statements that one number satisfies, and which numbers do.
  struct Reading {
    Interval common;
    SourcedFacts facts;
  };
  /// Readings that differ, and how.
  struct Difference {
    std::vector<const Reading*> readings;
    Touch worst = Touch::kOverlap;
  };

  /// What has to be equal for two statements to contradict each other.
  struct Terms {
    bool loose = false;  ///< No document states both numbers.
    bool ignore_qualifiers = false;
    bool far = false;  ///< The numbers lie far apart.
    std::map<const SourcedFact*, std::string> qualifiers;
  };

  [[nodiscard]] static std::vector<Reading>::iterator reading_for(const SourcedFact& fact, std::vector<Reading>& readings);
  [[nodiscard]] static std::vector<Reading> readings_of(SourcedFacts facts);
  [[nodiscard]] static Reading with_hedged(const Reading& reading, const std::vector<Reading>& readings);
  [[nodiscard]] static SourcedFacts disputed_of(const Reading& reading, const std::vector<const Reading*>& readings);
  void report_with(Terms terms, Contradiction contradiction, const std::string& reason, TopicFindings& found) const;
  [[nodiscard]] Difference difference_of(const std::vector<Reading>& readings, const Terms& terms) const;
  [[nodiscard]] Touch farthest(const Reading& a, const Reading& b, const Terms& terms) const;
  [[nodiscard]] bool contradict(const SourcedFact& a, const SourcedFact& b, const Terms& terms) const;
  /// True where every source gives all of the numbers, so that it means different things.
  [[nodiscard]] static bool has_one_writer(const Difference& difference);
  /// True where one article gives two of the numbers.
  [[nodiscard]] static bool is_told_apart(const Difference& difference);
  /// True where one of the articles tells that one of two numbers was revised to the other.
  [[nodiscard]] bool tells_revision(const Difference& difference) const;
  static void append_pairs(const Difference& difference, TopicFindings& found);
  [[nodiscard]] static std::string qualifiers_in_words(const Difference& difference, const Terms& terms);
  [[nodiscard]] std::string content_of(const std::vector<const Reading*>& readings) const;
  [[nodiscard]] Finding finding_on(CheckKind check, Verdict verdict, SourcedFacts facts, const std::vector<const Reading*>& readings) const;
  [[nodiscard]] std::string revision_in_words(const SourcedFacts& facts) const;
  [[nodiscard]] Finding tell(Difference difference, Verdict verdict, const std::string& reason) const;
  void agree(const Reading& reading, TopicFindings& found) const;
  void report_dependence(const Finding& agreement, const SourcedFacts& told, TopicFindings& found) const;

  SourcedFacts facts_;
  std::string key_;
  const TopicContext& context_;
};

/// Appends that the statements agree, where `found` does not tell so of them already.
void report_agreement(const SourcedFacts& facts, const std::string& key, const TopicContext& context, TopicFindings& found);

/// In the order of documents and of positions in them.
[[nodiscard]] bool in_text_order(const SourcedFact* a, const SourcedFact* b);

/// True for publication days so near that both may tell of the same news; unknown days are.
[[nodiscard]] bool published_within(const SourcedFact& a, const SourcedFact& b, int days);

/// True for what ended long before its article was published: "the quake of 2008".
[[nodiscard]] bool is_long_past(const SourcedFact& one);

/// True where one of the documents tells the story of the other.
[[nodiscard]] bool near_duplicates(const SourcedFact& a, const SourcedFact& b, const TopicContext& context);

}  // namespace attest
