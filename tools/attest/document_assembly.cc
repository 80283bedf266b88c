#include "document_assembly.h"

#include <algorithm>
#include <utility>

#include "text/code_points.h"

namespace attest::command {
namespace {

bool mention_order(const Mention& a, const Mention& b) {
  return std::pair(a.chars, a.content.index()) < std::pair(b.chars, b.content.index());
}

/// The span in bytes; the empty span where the text has no such passage, which the store then refuses.
Span to_bytes(const CodePointIndex& index, Span chars) {
  return chars.begin <= chars.end && chars.end <= index.size() ? index.to_bytes(chars) : Span{};
}

/// The sentence that holds the passage; the passage itself where none does.
Span sentence_around(const std::vector<SentenceRecord>& sentences, Span chars) {
  auto next = std::upper_bound(sentences.begin(), sentences.end(), chars.begin,
                               [](std::uint32_t begin, const SentenceRecord& sentence) { return begin < sentence.chars.begin; });
  if (next == sentences.begin()) return chars;
  const Span before = std::prev(next)->chars;
  if (!before.overlaps(chars)) return chars;
  // A figure may run over what the splitter took for the end of a sentence.
  Span around = before;
  for (; next != sentences.end() && around.end < chars.end; ++next) around.end = next->chars.end;
  return around.contains(chars) ? around : chars;
}

/// Figures that only their facts give become mentions, too. `mentions` is sorted before and after.
void add_figures_of_facts(const std::vector<FactLine>& facts, std::vector<Mention>& mentions) {
  const std::size_t known = mentions.size();
  for (const FactLine& fact : facts) {
    const auto end = mentions.begin() + static_cast<std::ptrdiff_t>(known);
    if (!std::binary_search(mentions.begin(), end, fact.figure, mention_order)) mentions.push_back(fact.figure);
  }
  std::sort(mentions.begin(), mentions.end(), mention_order);
}

std::vector<Fact> link_facts(std::vector<FactLine>& lines, std::vector<Mention>& mentions) {
  std::vector<Fact> facts;
  for (FactLine& line : lines) {
    const auto figure = std::lower_bound(mentions.begin(), mentions.end(), line.figure, mention_order);
    figure->sentence_chars = line.figure.sentence_chars;
    line.fact.figure = static_cast<std::uint32_t>(figure - mentions.begin());
    facts.push_back(std::move(line.fact));
  }
  std::sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) { return a.figure < b.figure; });
  return facts;
}

}  // namespace

bool DocumentAssembly::Open::is_complete() const {
  if (!document || !document->counts) return false;
  const RecordCounts& counts = *document->counts;
  return sentences.size() >= counts.sentences && mentions.size() >= counts.mentions && facts.size() >= counts.facts;
}

std::string DocumentAssembly::Open::missing() const {
  if (!document) return "its record \"document\" is missing";
  if (!document->counts) return {};
  const auto lack = [](std::size_t there, std::uint64_t counted, const char* what) {
    return there >= counted ? std::string() : std::to_string(there) + " of " + std::to_string(counted) + " " + what + " came";
  };
  std::string text = lack(sentences.size(), document->counts->sentences, "sentences");
  if (text.empty()) text = lack(mentions.size(), document->counts->mentions, "mentions");
  if (text.empty()) text = lack(facts.size(), document->counts->facts, "facts");
  return text;
}

std::optional<AssembledDocument> DocumentAssembly::add(RecordLine line) {
  const std::string doc = line.doc;
  Open& open = open_[doc];
  if (open.order == 0) open.order = ++arrivals_;
  take(open, std::move(line));
  if (!open.is_complete()) return std::nullopt;
  AssembledDocument complete = assemble(std::move(open));
  open_.erase(doc);
  done_.insert(doc);
  return complete;
}

std::vector<AssembledDocument> DocumentAssembly::finish(const std::function<void(const Error&)>& failure) {
  std::vector<std::pair<std::uint64_t, std::string>> order;
  for (const auto& [doc, open] : open_) order.emplace_back(open.order, doc);
  std::sort(order.begin(), order.end());
  std::vector<AssembledDocument> documents;
  for (const auto& [number, doc] : order) {
    Open& open = open_.at(doc);
    const std::string missing = open.missing();
    if (missing.empty()) {
      documents.push_back(assemble(std::move(open)));
    } else if (!done_.contains(doc)) {
      failure({ErrorCode::kFormat, missing, doc, "print all records with `attest extract --records all`"});
    }
  }
  open_.clear();
  return documents;
}

void DocumentAssembly::take(Open& open, RecordLine line) {
  const auto is_new = [&](std::size_t content, Span chars) { return open.seen.emplace(line.content.index(), content, chars).second; };
  if (auto* document = std::get_if<DocumentLine>(&line.content)) {
    if (!open.document) open.document = std::move(*document);
  } else if (const auto* sentence = std::get_if<SentenceRecord>(&line.content)) {
    if (is_new(0, sentence->chars)) open.sentences.push_back(*sentence);
  } else if (auto* mention = std::get_if<Mention>(&line.content)) {
    if (is_new(mention->content.index(), mention->chars)) open.mentions.push_back(std::move(*mention));
  } else {
    auto& fact = std::get<FactLine>(line.content);
    if (is_new(0, fact.figure.chars)) open.facts.push_back(std::move(fact));
  }
}

AssembledDocument DocumentAssembly::assemble(Open open) {
  AssembledDocument assembled;
  assembled.program_version = std::move(open.document->program_version);
  assembled.rules_digest = std::move(open.document->rules_digest);
  assembled.extracted.document = std::move(open.document->document);
  Extraction& extraction = assembled.extracted.extraction;
  const CodePointIndex index(assembled.extracted.document.text);
  extraction.characters = index.size();
  for (Origin& origin : assembled.extracted.document.origins) origin.begin = to_bytes(index, {origin.begin, origin.begin}).begin;
  extraction.sentences = std::move(open.sentences);
  std::sort(extraction.sentences.begin(), extraction.sentences.end(),
            [](const SentenceRecord& a, const SentenceRecord& b) { return a.chars < b.chars; });
  for (SentenceRecord& sentence : extraction.sentences) sentence.bytes = to_bytes(index, sentence.chars);
  extraction.mentions = std::move(open.mentions);
  std::sort(extraction.mentions.begin(), extraction.mentions.end(), mention_order);
  add_figures_of_facts(open.facts, extraction.mentions);
  for (Mention& mention : extraction.mentions) {
    mention.bytes = to_bytes(index, mention.chars);
    mention.sentence_chars = sentence_around(extraction.sentences, mention.chars);
  }
  extraction.facts = link_facts(open.facts, extraction.mentions);
  return assembled;
}

}  // namespace attest::command
