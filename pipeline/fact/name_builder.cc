#include "fact/name_builder.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "fact/derivation.h"

namespace attest {
namespace {

bool states_names(BlockKind kind) noexcept { return kind != BlockKind::kBibliography && kind != BlockKind::kFurniture; }

// Both in order of position: one walk finds each number that lies inside a longer name.
void drop_numbers_in_names(const std::vector<Mention>& names, std::vector<Mention>& mentions) {
  auto name = names.begin();
  std::erase_if(mentions, [&](const Mention& mention) {
    while (name != names.end() && name->bytes.end <= mention.bytes.begin) ++name;
    const bool inside = name != names.end() && name->bytes.begin <= mention.bytes.begin && mention.bytes.end <= name->bytes.end;
    return inside && mention.name() == nullptr && name->bytes != mention.bytes;
  });
}

}  // namespace

void NameBuilder::build(const Chart& chart, std::span<const DocumentName> names, bool derivations, std::vector<Mention>& mentions) const {
  const AnalysedText& text = chart.text();
  std::vector<Mention> made;
  made.reserve(names.size());
  auto sentence = text.sentences.begin();
  for (const DocumentName& name : names) {
    while (sentence->tokens.end <= name.tokens.begin) ++sentence;
    if (!states_names(text.blocks[sentence->block].kind)) continue;
    Mention& mention = made.emplace_back();
    mention.bytes = {text.tokens[name.tokens.begin].begin, text.tokens[name.tokens.end - 1].end};
    mention.chars = text.code_points.to_code_points(mention.bytes);
    mention.sentence_chars = text.code_points.to_code_points(sentence->bytes);
    mention.rule = name.rule;
    mention.content = name.name;
    if (derivations && name.annotation != kNoAnnotation)
      mention.derivation = derivation_of(*rules_, chart, chart.annotation(name.annotation));
  }
  drop_numbers_in_names(made, mentions);
  const auto middle = static_cast<std::ptrdiff_t>(mentions.size());
  std::move(made.begin(), made.end(), std::back_inserter(mentions));
  std::inplace_merge(mentions.begin(), mentions.begin() + middle, mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.bytes < b.bytes; });
}

}  // namespace attest
