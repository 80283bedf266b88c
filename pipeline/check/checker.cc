#include "check/checker.h"

#include <algorithm>
#include <list>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/comparability.h"
#include "check/cue.h"
#include "check/document_check.h"
#include "check/event_check.h"
#include "check/event_stories.h"
#include "check/loose_period.h"
#include "check/packed_facts.h"
#include "check/same_figure.h"
#include "check/substitution.h"
#include "check/sum_check.h"
#include "store/check_store.h"
#include "text/code_points.h"

namespace attest {
namespace {

/// Of the comparisons themselves: a store that was checked with others is checked anew.
constexpr std::string_view kComparisons = "-events-4";
/// Facts of one topic that are compared at a time: the latest. More than that are a stream of news, not sources to compare.
constexpr std::uint32_t kMostOfTopic = 20'000;
/// Documents kept at hand for comparisons that need their texts.
constexpr std::size_t kDocumentsAtHand = 64;
/// Hashes of sketches kept at hand: 64 MB.
constexpr std::size_t kHashesAtHand = std::size_t{8} << 20;
/// Rows of topics held before they go to the store: 120 MB.
constexpr std::size_t kRowsAtHand = 3'000'000;
constexpr std::size_t kSourcesAtHand = 200'000;
/// Bytes of facts that a first check keeps at hand between its two looks at them: over a million facts.
constexpr std::size_t kPackedAtHand = std::size_t{192} << 20;
/// Facts of topics that are compared together in a first check: few that the processor's caches hold, where all are packed; many where
/// the store has to be read for them, in its order: 100 MB.
constexpr std::size_t kPackedTogether = 2'000;
constexpr std::size_t kReadTogether = 50'000;
/// Pairs of documents whose arithmetic is crossed, of one topic.
constexpr std::size_t kMostPairs = 24;
/// A document with more facts than this is a table: its checks look at a stretch of it at a time.
constexpr std::size_t kStretch = 240;

/// Leaves a function with the error of a store that failed.
struct StoreFailed {
  Error error;
};

template <typename T>
T value_of(Result<T> result) {
  if (!result) throw StoreFailed{result.error()};
  return *std::move(result);
}

void require(const Status& status) {
  if (!status) throw StoreFailed{status.error()};
}

/// Documents and what is worked out of them, the latest ones at hand.
class Library {
 public:
  Library(CheckSession& session, const CheckPolicy& policy) : session_(session), policy_(policy) {}

  const SourceInfo& source(std::int64_t key) {
    if (const auto known = sources_.find(key); known != sources_.end()) return known->second;
    if (sources_.size() >= kSourcesAtHand) sources_.clear();
    const auto found = value_of(session_.source(key));
    SourceInfo info{key, {}, {}, {}};
    if (found) info = {key, found->uri, found->publisher, found->published};
    return sources_.emplace(key, std::move(info)).first->second;
  }

  CheckedDocument read(std::int64_t key) {
    CheckedDocument document;
    const SourceInfo& info = source(key);
    document.key = key;
    document.uri = info.uri;
    document.publisher = info.publisher;
    document.published = info.published;
    std::vector<StoredFact> rows = value_of(session_.facts(key));
    if (rows.empty()) return document;
    document.text = value_of(session_.text(key));
    document.facts.reserve(rows.size());
    const CodePointIndex index(document.text);
    for (StoredFact& row : rows) {
      if (session_.is_first()) packed_.keep(row);
      const Span sentence = index.to_bytes(row.figure.sentence_chars);
      auto fact = checked(std::move(row), sentence, policy_);
      if (!fact) continue;
      expect_growth_to_come(*fact, document.published);
      document.facts.push_back(std::move(*fact));
    }
    infer_periods(document.facts);
    return document;
  }

  /// The reference lives until another document is asked for.
  const CheckedDocument& document(std::int64_t key) {
    const auto known = std::find_if(documents_.begin(), documents_.end(), [&](const CheckedDocument& one) { return one.key == key; });
    if (known != documents_.end()) {
      documents_.splice(documents_.begin(), documents_, known);
    } else {
      documents_.push_front(read(key));
      if (documents_.size() > kDocumentsAtHand) documents_.pop_back();
    }
    return documents_.front();
  }

  /// True where no fact of a first check has to be read again.
  [[nodiscard]] bool has_all_packed() const noexcept { return packed_.has_all(); }
  /// Nothing for a fact that is gone.
  std::optional<StoredFact> fact(std::int64_t document_key, std::uint32_t number) {
    auto kept = packed_.find(document_key, number);
    return kept ? std::move(kept) : value_of(session_.fact(document_key, number));
  }

  const TextSketch& sketch(std::int64_t key) {
    if (const auto known = sketches_.find(key); known != sketches_.end()) return known->second;
    const auto added = sketches_.emplace(key, sketch_of(value_of(session_.text(key)))).first;
    hashes_ += added->second.size();
    return added->second;
  }
  /// Sketches live until this is called.
  void forget_sketches() {
    if (hashes_ < kHashesAtHand) return;
    sketches_.clear();
    hashes_ = 0;
  }

 private:
  CheckSession& session_;
  const CheckPolicy& policy_;
  std::unordered_map<std::int64_t, SourceInfo> sources_;
  std::list<CheckedDocument> documents_;
  PackedFacts packed_{kPackedAtHand};
  std::unordered_map<std::int64_t, TextSketch> sketches_;
  std::size_t hashes_ = 0;
};

FindingRow row_of(Finding finding) {
  FindingRow row;
  row.finding_id = std::move(finding.id);
  row.check_kind = name_of(finding.check);
  row.verdict = name_of(finding.verdict);
  row.severity = name_of(finding.severity);
  row.gap = finding.gap;
  row.summary = std::move(finding.summary);
  row.arithmetic = std::move(finding.arithmetic);
  row.independent_sources = finding.independent_sources;
  row.members.reserve(finding.members.size());
  for (FindingMember& member : finding.members)
    row.members.push_back({std::move(member.fact_id), member.document_key, member.mention_number, std::move(member.role)});
  return row;
}

const CheckedFact* find_fact(const CheckedDocument& document, const std::string& id) {
  const auto found =
      std::find_if(document.facts.begin(), document.facts.end(), [&](const CheckedFact& one) { return one.row.fact_id == id; });
  return found == document.facts.end() ? nullptr : &*found;
}

class Checker {
 public:
  Checker(CheckSession& session, const CheckPolicy& policy)
      : session_(session),
        policy_(policy),
        library_(session, policy),
        stories_({[this](std::int64_t key) -> const CheckedDocument& { return library_.document(key); },
                  [this](std::int64_t key) -> const SourceInfo& { return library_.source(key); },
                  [this](std::int64_t topic, std::uint32_t limit) { return value_of(session_.take_topic(topic, limit)); }},
                 policy) {}

  CheckSummary run() {
    std::vector<std::int64_t> touched;
    for (const std::int64_t key : value_of(session_.pending())) check_one(key, touched);
    if (session_.is_first() && !rows_were_flushed_) {
      compare_rows(flush_rows());
    } else {
      keep_rows(touched);
      for (const std::int64_t topic : once_each(std::move(touched))) compare_touched(topic);
    }
    for (const Story& story : stories_.around(once_each(std::move(reporting_)))) compare_story(story);
    require(session_.add_topics(rows_));
    require(session_.commit());
    return summary_;
  }

 private:
  static std::vector<std::int64_t> once_each(std::vector<std::int64_t> topics) {
    std::sort(topics.begin(), topics.end());
    topics.erase(std::unique(topics.begin(), topics.end()), topics.end());
    return topics;
  }

  /// Findings within the document, and its facts' topics; `touched` gains the old and the new ones, unless nothing is known of any.
  void check_one(std::int64_t key, std::vector<std::int64_t>& touched) {
    if (!session_.is_first()) {
      const std::vector<std::int64_t> old = value_of(session_.take_topics(key));
      touched.insert(touched.end(), old.begin(), old.end());
    }
    const auto source = value_of(session_.source(key));
    if (!source || !source->is_current) return;
    CheckedDocument document = library_.read(key);
    ++summary_.documents;
    summary_.facts += document.facts.size();
    for (const CheckedFact& fact : document.facts) {
      for (const std::int64_t topic : topics_of(fact, document)) {
        rows_.push_back(topic_row(topic, fact));
      }
    }
    for (TopicRow& row : stories_.name_rows(document)) rows_.push_back(std::move(row));
    reporting_.push_back(key);
    const bool is_long = document.facts.size() > kStretch;
    const bool relative = has_relative(document);
    const std::vector<SumRelation> sums = is_long && relative ? std::vector<SumRelation>() : sums_of(document, policy_);
    if (relative || !sums.empty()) require(session_.add_arithmetic(key));
    if (!is_long) {
      keep_all(check_document(document, sums, policy_), key);
    } else {
      check_stretches(std::move(document));
    }
    if (rows_.size() >= kRowsAtHand) keep_rows(touched);
  }

  /// Puts rows into the store; their topics are to be compared.
  void keep_rows(std::vector<std::int64_t>& touched) {
    rows_were_flushed_ = true;
    for (const TopicRow& row : flush_rows()) {
      if (touched.empty() || touched.back() != row.topic) touched.push_back(row.topic);
    }
  }

  std::vector<TopicRow> flush_rows() {
    std::vector<TopicRow> rows = std::exchange(rows_, {});
    std::sort(rows.begin(), rows.end(), [](const TopicRow& a, const TopicRow& b) {
      return std::tie(a.topic, a.document_key, a.fact_number) < std::tie(b.topic, b.document_key, b.fact_number);
    });
    require(session_.add_topics(rows));
    return rows;
  }

  /// Topic after topic of sorted rows that hold all of each, many at a time.
  void compare_rows(const std::vector<TopicRow>& rows) {
    const std::size_t most = library_.has_all_packed() ? kPackedTogether : kReadTogether;
    std::vector<TopicRow> together;
    for (auto begin = rows.begin(); begin != rows.end();) {
      const auto end = std::find_if(begin, rows.end(), [&](const TopicRow& row) { return row.topic != begin->topic; });
      const auto latest = end - std::min<std::ptrdiff_t>(end - begin, kMostOfTopic);
      if (end - begin > 1 && !is_event_topic(begin->topic)) {
        const std::vector<TopicRow> topic = comparable({latest, end});
        together.insert(together.end(), topic.begin(), topic.end());
      }
      if (together.size() >= most) compare_together(std::exchange(together, {}));
      begin = end;
    }
    compare_together(std::move(together));
  }

  /// Facts are read in order of document, where they lie side by side, and compared in order of topic.
  void compare_together(std::vector<TopicRow> rows) {
    std::sort(rows.begin(), rows.end(), in_order_of_document);
    together_.clear();
    together_.reserve(rows.size());
    std::map<std::int64_t, SourcedFacts> topics;
    for (const TopicRow& row : rows) {
      if (load(row)) topics[row.topic].push_back(&together_.back());
    }
    for (auto& [topic, facts] : topics) compare(topic, std::move(facts));
  }

  static bool in_order_of_document(const TopicRow& a, const TopicRow& b) {
    return std::tie(a.document_key, a.fact_number, a.topic) < std::tie(b.document_key, b.fact_number, b.topic);
  }

  /// Shares and changes can be tried with the figures of other documents, as sums can.
  static bool has_relative(const CheckedDocument& document) {
    return std::any_of(document.facts.begin(), document.facts.end(), [](const CheckedFact& fact) {
      return fact.role == FactRole::kShare || (fact.role == FactRole::kChange && !fact.parties.empty());
    });
  }

  static TopicRow topic_row(std::int64_t topic, const CheckedFact& fact) {
    TopicRow row{topic, fact.row.document_key, fact.row.number, std::nullopt, std::nullopt};
    if (fact.period) {
      row.period_start = fact.period->begin.number();
      row.period_end = fact.period->end.number();
    }
    return row;
  }

  void keep_all(std::vector<Finding> findings, std::int64_t document) {
    for (Finding& finding : findings) keep(std::move(finding), document, std::nullopt);
  }

  /// A long document stretch by stretch, each with half of the one before.
  void check_stretches(CheckedDocument document) {
    const std::vector<CheckedFact> all = std::move(document.facts);
    for (std::size_t begin = 0; begin < all.size(); begin += kStretch / 2) {
      const std::size_t end = std::min(all.size(), begin + kStretch);
      document.facts.assign(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end));
      keep_all(check_document(document, policy_), document.key);
      if (end == all.size()) break;
    }
  }

  /// A topic of a store that was checked before. Where a report of an event changed or went, the others are compared anew.
  void compare_touched(std::int64_t topic) {
    if (is_event_topic(topic) && !is_story_topic(topic)) return;
    std::vector<TopicRow> rows = value_of(session_.take_topic(topic, kMostOfTopic));
    if (!is_story_topic(topic)) return compare(topic, std::move(rows));
    for (const TopicRow& row : rows) reporting_.push_back(row.document_key);
  }

  /// The reports of one event. What earlier stories of these documents found is forgotten.
  void compare_story(const Story& story) {
    std::vector<SourcedFact> facts;
    const std::int64_t topic = story_topic(story.front());
    const TopicContext comparison = context();
    for (const std::int64_t key : story) {
      if (!session_.is_first()) value_of(session_.take_topic(story_topic(key), 1));
      const CheckedDocument& document = library_.document(key);
      if (document.facts.empty() || document.facts.size() > kStretch) continue;
      rows_.push_back({topic, key, document.facts.front().row.number, std::nullopt, std::nullopt});
      for (const CheckedFact& fact : document.facts) {
        sentences_[{key, fact.row.number}] = document.sentence_of(fact);
        facts.push_back({fact, library_.source(key)});
      }
    }
    tell(compare_event(facts, std::to_string(topic), policy_, comparison), topic);
  }

  TopicContext context() {
    sentences_.clear();
    TopicContext context;
    context.sentence = [this](const SourcedFact& one) { return sentence_of(one); };
    context.qualifiers = [this](const SourcedFact& one) { return qualifiers_of(one); };
    context.accounts = [this](const SourcedFact& one) { return cues_in(sentence_of(one), Cue::kAccount, policy_); };
    context.revisions = [this](const SourcedFact& one) { return cues_in(sentence_of(one), Cue::kRevision, policy_); };
    context.event = [this](const SourcedFact& one) { return event_of(one); };
    context.has_loose_period = [this](const SourcedFact& one) {
      return goes_on(one.fact, one.source.published) || has_loose_period(one.fact, sentence_of(one), policy_);
    };
    context.sketch = [this](std::int64_t document) { return &library_.sketch(document); };
    return context;
  }

  void tell(TopicFindings found, std::int64_t topic) {
    for (Finding& finding : found.findings) keep(std::move(finding), std::nullopt, topic);
    cross(found.pairs, topic);
    library_.forget_sketches();
  }

  /// One topic by itself.
  void compare(std::int64_t topic, std::vector<TopicRow> all) {
    const std::vector<TopicRow> rows = comparable(std::move(all));
    together_.clear();
    together_.reserve(rows.size());
    SourcedFacts facts;
    for (const TopicRow& row : rows) {
      if (load(row)) facts.push_back(&together_.back());
    }
    compare(topic, std::move(facts));
  }

  void compare(std::int64_t topic, SourcedFacts facts) {
    if (facts.size() < 2) return;
    ++summary_.topics;
    const bool linked = std::any_of(facts.begin(), facts.end(), [&](const SourcedFact* one) { return own_topic(one->fact) != topic; });
    tell(compare_topic(topic, std::move(facts), linked, policy_, context()), topic);
  }

  /// The rows with whose period another's overlaps; all of them where one has none, since it may be any.
  static std::vector<TopicRow> comparable(std::vector<TopicRow> rows) {
    const bool all_dated = std::all_of(rows.begin(), rows.end(), [](const TopicRow& row) { return row.period_start && row.period_end; });
    if (!all_dated) return rows;
    std::sort(rows.begin(), rows.end(), [](const TopicRow& a, const TopicRow& b) { return *a.period_start < *b.period_start; });
    std::vector<TopicRow> kept;
    std::int32_t latest_end = INT32_MIN;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool before = *rows[i].period_start < latest_end;
      const bool behind = i + 1 < rows.size() && *rows[i + 1].period_start < *rows[i].period_end;
      latest_end = std::max(latest_end, *rows[i].period_end);
      if (before || behind) kept.push_back(rows[i]);
    }
    return kept;
  }

  /// Puts the row's fact behind the others of `together_`, which has room; false for one that is gone.
  bool load(const TopicRow& row) {
    auto stored = library_.fact(row.document_key, row.fact_number);
    if (!stored) return false;
    auto fact = checked(std::move(*stored), {}, policy_);
    if (!fact) return false;
    if (!fact->period && row.period_start && row.period_end) {
      fact->period = DayInterval{Day(std::chrono::sys_days(std::chrono::days(*row.period_start))),
                                 Day(std::chrono::sys_days(std::chrono::days(*row.period_end)))};
      fact->period_inferred = true;
    }
    const SourceInfo& source = library_.source(row.document_key);
    expect_growth_to_come(*fact, source.published);
    together_.push_back({std::move(*fact), source});
    return true;
  }

  const std::string& sentence_of(const SourcedFact& one) {
    const auto [place, added] = sentences_.try_emplace({one.source.key, one.fact.row.number});
    if (added) {
      const std::string text = value_of(session_.text(one.source.key));
      const CodePointIndex index(text);
      place->second = index.to_bytes(one.fact.row.figure.sentence_chars).of(text);
    }
    return place->second;
  }

  std::string event_of(const SourcedFact& one) {
    const std::string_view told = policy_.event_in(sentence_of(one));
    return std::string(told.empty() ? policy_.event_in(value_of(session_.text(one.source.key))) : told);
  }

  /// The trade of one country with a partner who is not named is not its trade.
  std::string qualifiers_of(const SourcedFact& one) {
    const std::string& sentence = sentence_of(one);
    std::string words = cues_in(sentence, Cue::kQualifier, policy_);
    const std::string partner = one.fact.parties.size() < 2 ? cues_in(sentence, Cue::kPartner, policy_) : std::string();
    if (!words.empty() && !partner.empty()) words += ", ";
    return words + partner;
  }

  /// The arithmetic of one document with the figures of the other.
  void cross(const std::vector<SamePair>& pairs, std::int64_t topic) {
    std::set<std::pair<std::int64_t, std::int64_t>> done;
    for (const auto& [ours, theirs] : pairs) {
      if (ours->source.key == theirs->source.key || done.size() >= kMostPairs) continue;
      if (!value_of(session_.has_arithmetic(ours->source.key)) || !done.insert({ours->source.key, theirs->source.key}).second) continue;
      const CheckedDocument our_document = library_.document(ours->source.key);
      const CheckedDocument& their_document = library_.document(theirs->source.key);
      const CheckedFact* our_fact = find_fact(our_document, ours->fact.row.fact_id);
      const CheckedFact* their_fact = find_fact(their_document, theirs->fact.row.fact_id);
      if (our_fact == nullptr || their_fact == nullptr) continue;
      for (Finding& finding : substitute(our_document, *our_fact, their_document, *their_fact, policy_)) {
        finding.independent_sources =
            independent_sources({stated_by(*ours), stated_by(*theirs)}, [this](std::int64_t key) { return &library_.sketch(key); });
        keep(std::move(finding), std::nullopt, topic);
      }
    }
  }

  static StatedBy stated_by(const SourcedFact& one) { return {one.source.key, one.source.publisher, one.fact.fact().attribution.name}; }

  void keep(Finding finding, std::optional<std::int64_t> document, std::optional<std::int64_t> topic) {
    FindingRow row = row_of(std::move(finding));
    row.document_key = document;
    row.topic = topic;
    require(session_.add_finding(row));
    ++summary_.findings;
  }

  CheckSession& session_;
  const CheckPolicy& policy_;
  Library library_;
  EventStories stories_;
  CheckSummary summary_;
  std::vector<std::int64_t> reporting_;                                      ///< Documents whose stories are to be compared.
  std::vector<TopicRow> rows_;                                               ///< Not yet in the store.
  std::vector<SourcedFact> together_;                                        ///< Facts of the topics that are compared.
  std::map<std::pair<std::int64_t, std::uint32_t>, std::string> sentences_;  ///< Of the topic that is compared, by document and fact.
  bool rows_were_flushed_ = false;
};

}  // namespace

Result<CheckSummary> check_store(Store& store, const CheckPolicy& policy) {
  auto session = CheckSession::begin(store, policy.digest() + std::string(kComparisons));
  if (!session) return session.error();
  try {
    return Checker(*session, policy).run();
  } catch (const StoreFailed& failed) {
    return failed.error;
  }
}

}  // namespace attest
