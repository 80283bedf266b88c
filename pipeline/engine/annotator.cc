#include "engine/annotator.h"

#include <algorithm>
#include <bit>

namespace attest {

struct Annotator::Pass {
  Chart& chart;
  const Places& places;
  Matcher& matcher;
  Evaluator evaluator;
};

void Annotator::annotate(std::span<const AnalysedText> texts, std::span<Chart> charts, Strategy strategy, Losers losers) {
  scanner_.limit_memory();
  if (places_.size() < texts.size()) places_.resize(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    charts[i].reset(texts[i], rules_->types.size());
    charts[i].read_tokens(symbols_, rules_->gazetteer);
    find_segments(texts[i], places_[i]);
    if (strategy == Strategy::kAnchored) find_places(texts[i], places_[i]);
  }
  for (const CompiledPhase& phase : rules_->phases) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      matcher_.look_at(charts[i]);
      Pass pass{charts[i], places_[i], matcher_, Evaluator(*rules_, charts[i], *numbers_)};
      run_phase(phase, pass, strategy, losers);
    }
  }
}

// A sentence, or each cell of a table row, is a segment.
void Annotator::find_segments(const AnalysedText& text, Places& places) {
  places.segments.clear();
  for (const Sentence& sentence : text.sentences) {
    Segment segment{sentence.tokens.begin, sentence.tokens.end};
    if (text.blocks[sentence.block].kind == BlockKind::kTableRow) {
      for (std::uint32_t token = segment.first + 1; token < sentence.tokens.end; ++token) {
        if (!text.tokens[token].has(token_flag::kTabBefore)) continue;
        places.segments.push_back({segment.first, token});
        segment.first = token;
      }
    }
    if (segment.first < segment.limit) places.segments.push_back(segment);
  }
}

// One look at every token tells all phases where they have something to do.
void Annotator::find_places(const AnalysedText& text, Places& places) const {
  places.words.resize(rules_->phases.size());
  for (auto& words : places.words) words.clear();
  places.digits.clear();
  for (std::uint32_t s = 0; s < places.segments.size(); ++s) {
    for (std::uint32_t token = places.segments[s].first; token < places.segments[s].limit; ++token) {
      const std::uint32_t phases = rules_->phases_of_word[text.tokens[token].word];
      if (phases != 0) note_place({token, s}, text.tokens[token].word, phases, places);
      const TokenKind kind = text.tokens[token].kind;
      if (kind == TokenKind::kNumber || kind == TokenKind::kAlphanumeric) places.digits.push_back({token, s});
    }
  }
}

void Annotator::note_place(Place place, WordId word, std::uint32_t phases, Places& places) const {
  constexpr std::uint32_t kLateBit = phase_bit(31);
  for (std::uint32_t bits = phases & ~kLateBit; bits != 0; bits &= bits - 1) {
    places.words[static_cast<std::size_t>(std::countr_zero(bits))].push_back(place);
  }
  if ((phases & kLateBit) == 0) return;
  for (std::size_t phase = 31; phase < places.words.size(); ++phase) {
    if (rules_->phases[phase].word_slots[word] != 0) places.words[phase].push_back(place);
  }
}

namespace {

Segment segment_of(std::span<const Segment> segments, std::uint32_t token) noexcept {
  const auto after =
      std::upper_bound(segments.begin(), segments.end(), token, [](std::uint32_t t, const Segment& s) { return t < s.first; });
  return *(after - 1);
}

}  // namespace

void Annotator::run_phase(const CompiledPhase& phase, Pass& pass, Strategy strategy, Losers losers) {
  candidates_.clear();
  if (strategy == Strategy::kBruteForce) {
    try_everywhere(phase, pass);
  } else {
    try_at_words(phase, pass);
    try_at_classes(phase, pass);
    try_at_annotations(phase, pass);
  }
  const auto first = static_cast<AnnotationId>(pass.chart.annotations().size());
  const std::size_t first_suppressed = pass.chart.suppressed().size();
  resolver_.resolve(candidates_, losers, pass.chart);
  evaluate_waiting(pass, first, first_suppressed);
}

// Fields that cannot reject a match are evaluated now that most candidates are gone.
void Annotator::evaluate_waiting(Pass& pass, AnnotationId first, std::size_t first_suppressed) {
  for (AnnotationId id = first; id < pass.chart.annotations().size(); ++id) {
    const Annotation annotation = pass.chart.annotation(id);
    if (annotation.first_field == kAbsent) pass.chart.set_fields(id, evaluate_fields(annotation, pass));
  }
  for (std::size_t i = first_suppressed; i < pass.chart.suppressed().size(); ++i) {
    const Annotation annotation = pass.chart.suppressed()[i].annotation;
    if (annotation.first_field == kAbsent) pass.chart.set_suppressed_fields(i, evaluate_fields(annotation, pass));
  }
}

std::uint32_t Annotator::evaluate_fields(const Annotation& annotation, Pass& pass) const {
  const CompiledRule& rule = rules_->rules[annotation.rule];
  const std::uint32_t first_field = pass.chart.field_count();
  for (const auto& field : rule.fields) {
    const auto value = pass.evaluator.evaluate(field.second, pass.chart.parts_of(annotation, rule.captures.size()));
    (void)pass.chart.add_field(value.value_or(Value()));
  }
  return first_field;
}

void Annotator::try_everywhere(const CompiledPhase& phase, Pass& pass) {
  for (const Segment segment : pass.places.segments) {
    for (std::uint32_t token = segment.first; token < segment.limit; ++token) {
      for (const RuleId rule : phase.rules) attempt(rule, token, segment, pass);
    }
  }
}

void Annotator::try_at_words(const CompiledPhase& phase, Pass& pass) {
  const std::span<const Token> tokens = pass.chart.view().tokens;
  for (const Place& place : pass.places.words[static_cast<std::size_t>(&phase - rules_->phases.data())]) {
    const std::uint32_t slot = phase.word_slots[tokens[place.token].word];
    const Segment segment = pass.places.segments[place.segment];
    for (const TriggerGroup& group : phase.by_word_slot[slot - 1]) {
      if (may_begin(group, place.token, pass.chart)) try_group(group, {place.token, place.token + 1}, segment, pass);
    }
  }
}

// False where the group's triggers look for entries of lists and none begins here.
bool Annotator::may_begin(const TriggerGroup& group, std::uint32_t token, const Chart& chart) const {
  if (group.lists.empty()) return true;
  return std::any_of(group.lists.begin(), group.lists.end(),
                     [&](ListId list) { return chart.begins_entry(rules_->gazetteer, list, token); });
}

void Annotator::try_at_classes(const CompiledPhase& phase, Pass& pass) {
  for (const TriggerGroup& group : phase.by_class) {
    if (group.target == TriggerGroup::kDigitPlaces) {
      for (const Place& place : pass.places.digits)
        try_group(group, {place.token, place.token + 1}, pass.places.segments[place.segment], pass);
      continue;
    }
    for (const Segment segment : pass.places.segments) {
      for (std::uint32_t token = segment.first; token < segment.limit; ++token) try_class(group, token, segment, pass);
    }
  }
}

void Annotator::try_class(const TriggerGroup& group, std::uint32_t token, Segment segment, Pass& pass) {
  if ((pass.chart.symbol(token) & group.target) == group.target) try_group(group, {token, token + 1}, segment, pass);
}

void Annotator::try_at_annotations(const CompiledPhase& phase, Pass& pass) {
  for (const TriggerGroup& group : phase.by_type) {
    for (const AnnotationId id : pass.chart.of_type(static_cast<TypeId>(group.target))) {
      const TokenRange span = pass.chart.annotation(id).span;
      try_group(group, span, segment_of(pass.places.segments, span.begin), pass);
    }
  }
}

// Tries the triggers of a group that the tokens around its anchor admit.
void Annotator::try_group(const TriggerGroup& group, TokenRange anchor, Segment segment, Pass& pass) {
  TriggerSet found = scanner_.scan(group, anchor, segment, pass.chart, pass.matcher);
  for (; found != 0; found &= found - 1) {
    try_trigger(group.triggers[static_cast<std::size_t>(std::countr_zero(found))], anchor.begin, segment, pass);
  }
}

void Annotator::try_trigger(RuleTrigger trigger, std::uint32_t token, Segment segment, Pass& pass) {
  const Anchor& anchor = rules_->rules[trigger.rule].anchors[trigger.anchor];
  if (anchor.prefix == kAbsent) {
    attempt(trigger.rule, token, segment, pass);
    return;
  }
  starts_.clear();
  (void)pass.matcher.run(anchor.prefix, token, segment, [&](std::uint32_t start) {
    starts_.push_back(start);
    return false;
  });
  for (const std::uint32_t start : starts_) attempt(trigger.rule, start, segment, pass);
}

void Annotator::attempt(RuleId id, std::uint32_t start, Segment segment, Pass& pass) {
  const CompiledRule& rule = rules_->rules[id];
  pass.matcher.clear_captures(rule.captures.size());
  (void)pass.matcher.run(rule.program, start, segment, [&](std::uint32_t end) { return accept(id, {start, end}, segment, pass); });
}

namespace {

Part part_of(const CompiledRules& rules, const CompiledRule& rule, const Chart& chart, const Matcher::Capture& capture) {
  Part part;
  if (capture.end == kAbsent || capture.end == capture.begin) return part;
  part.matched = true;
  part.tokens = {capture.begin, capture.end};
  if (capture.atom == kAbsent) return part;
  const Instruction& atom = rules.programs[rule.program].code[capture.atom];
  if (atom.op == Op::kAnnotation) {
    part.annotation = chart.beginning_at(capture.begin, static_cast<TypeId>(atom.operand));
  } else if (atom.op == Op::kList) {
    part.entry = rules.gazetteer.entry_at(chart.view(), static_cast<ListId>(atom.operand), part.tokens).value_or(kNoEntry);
  }
  return part;
}

bool contexts_hold(const CompiledRule& rule, TokenRange match, Segment segment, Matcher& matcher) {
  return std::all_of(rule.contexts.begin(), rule.contexts.end(), [&](const CompiledContext& context) {
    const std::uint32_t from = context.after ? match.begin : match.end;
    return matcher.matches_here(context.program, from, segment) != context.negated;
  });
}

}  // namespace

// Evaluates the fields of a match that one of them may still reject.
bool Annotator::evaluate_now(const CompiledRule& rule, Annotation& annotation, Pass& pass) {
  annotation.first_field = pass.chart.field_count();
  for (const auto& field : rule.fields) {
    const auto value = pass.evaluator.evaluate(field.second, parts_);
    if (!value) {
      pass.chart.drop_fields_from(annotation.first_field);
      return false;
    }
    (void)pass.chart.add_field(*value);
  }
  return true;
}

// Decides whether a match of the pattern is a candidate: contexts, conditions and fields must all hold.
bool Annotator::accept(RuleId id, TokenRange match, Segment segment, Pass& pass) {
  const CompiledRule& rule = rules_->rules[id];
  if (match.begin == match.end || !contexts_hold(rule, match, segment, pass.matcher)) return false;
  parts_.clear();
  for (CaptureIndex i = 0; i < rule.captures.size(); ++i) parts_.push_back(part_of(*rules_, rule, pass.chart, pass.matcher.capture(i)));
  for (const Expression& condition : rule.when) {
    if (!pass.evaluator.holds(condition, parts_)) return false;
  }
  Annotation annotation{id, rule.type, match, match, kAbsent, pass.chart.part_count()};
  if (rule.can_reject && !evaluate_now(rule, annotation, pass)) return false;
  if (rule.span_capture != kAbsent && parts_[rule.span_capture].matched) annotation.span = parts_[rule.span_capture].tokens;
  for (const Part& part : parts_) (void)pass.chart.add_part(part);
  candidates_.push_back(annotation);
  return true;
}

}  // namespace attest
