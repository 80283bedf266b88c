#include "engine/rule_image.h"

#include <tuple>

#include "base/image.h"

namespace attest {

template <>
struct ImageFields<Vocabulary> {
  static constexpr auto kMembers =
      std::tuple(&Vocabulary::slots_, &Vocabulary::filter_, &Vocabulary::single_bytes_, &Vocabulary::letters_, &Vocabulary::ends_);
};

template <>
struct ImageFields<Gazetteer::Entry> {
  static constexpr auto kMembers =
      std::tuple(&Gazetteer::Entry::list, &Gazetteer::Entry::exact, &Gazetteer::Entry::surface, &Gazetteer::Entry::letters);
};

template <>
struct ImageCodec<Gazetteer> {
  static void write(ImageWriter& image, const Gazetteer& gazetteer) { transfer(image, gazetteer); }
  static void read(ImageReader& image, Gazetteer& gazetteer) {
    transfer(image, gazetteer);
    if (!image.is_good()) return;
    std::size_t cells = 0;
    for (const Gazetteer::Entry& entry : gazetteer.entries_) {
      if (entry.list >= gazetteer.columns_.size()) return image.fail();
      cells += gazetteer.columns_[entry.list].size();
    }
    if (cells != gazetteer.cells_.size() || cells != gazetteer.cell_texts_.size()) return image.fail();
    gazetteer.link_cells();
  }

 private:
  // All but `text_`, whose texts are the image's, and what is of use while lists are added only.
  template <class Image, class List>
  static void transfer(Image& image, List& gazetteer) {
    image(gazetteer.names_, gazetteer.columns_, gazetteer.entries_, gazetteer.cells_, gazetteer.cell_texts_, gazetteer.entries_of_);
    image(gazetteer.first_words_, gazetteer.last_words_, gazetteer.single_words_, gazetteer.first_words_of_longer_,
          gazetteer.last_words_of_longer_, gazetteer.exact_, gazetteer.longest_);
    image(gazetteer.nodes_, gazetteer.roots_, gazetteer.edges_, gazetteer.terminals_, gazetteer.edge_filter_);
    image(gazetteer.first_word_bits_, gazetteer.single_word_bits_, gazetteer.longer_bits_, gazetteer.last_word_bits_,
          gazetteer.opening_bits_);
  }
};

template <>
struct ImageFields<WordClasses> {
  static constexpr auto kMembers = std::tuple(&WordClasses::symbols_, &WordClasses::representatives_);
};

template <>
struct ImageCodec<Decimal> {
  static void write(ImageWriter& image, const Decimal& decimal) { image(decimal.mantissa(), decimal.exponent()); }
  static void read(ImageReader& image, Decimal& decimal) {
    Int128 mantissa = 0;
    std::int32_t exponent = 0;
    image(mantissa, exponent);
    decimal = Decimal(mantissa, exponent);
  }
};

template <>
struct ImageCodec<Value> {
  static void write(ImageWriter& image, const Value& value) {
    image(value.kind());
    if (value.is_decimal()) image(value.decimal());
    if (value.is_text()) image(value.text());
  }
  static void read(ImageReader& image, Value& value) {
    auto kind = Value::Kind::kNull;
    image(kind);
    if (kind == Value::Kind::kDecimal) value = read_as<Decimal>(image);
    if (kind == Value::Kind::kText) value = read_as<std::string_view>(image);
  }

 private:
  template <class T>
  static T read_as(ImageReader& image) {
    T read;
    image(read);
    return read;
  }
};

template <>
struct ImageFields<LazyExpression> {
  static constexpr auto kMembers = std::tuple(&LazyExpression::pattern_);
};

template <>
struct ImageFields<Shape> {
  static constexpr auto kMembers = std::tuple(&Shape::expression, &Shape::classes, &Shape::least, &Shape::greatest);
};

template <>
struct ImageFields<Instruction> {
  static constexpr auto kMembers = std::tuple(&Instruction::op, &Instruction::operand, &Instruction::extra);
};

template <>
struct ImageFields<Program> {
  static constexpr auto kMembers = std::tuple(&Program::code, &Program::backward);
};

template <>
struct ImageFields<FieldCheck> {
  static constexpr auto kMembers = std::tuple(&FieldCheck::field, &FieldCheck::text, &FieldCheck::decimal);
};

template <>
struct ImageCodec<const Function*> {
  static void write(ImageWriter& image, const Function* function) { image(function == nullptr ? std::string_view() : function->name); }
  static void read(ImageReader& image, const Function*& function) {
    std::string_view name;
    image(name);
    function = find_function(name);
    if (function == nullptr && !name.empty()) image.fail();
  }
};

template <>
struct ImageFields<Expression> {
  static constexpr auto kMembers =
      std::tuple(&Expression::kind, &Expression::op, &Expression::constant, &Expression::constant_text, &Expression::capture,
                 &Expression::field, &Expression::column, &Expression::function, &Expression::operands);
};

template <>
struct ImageFields<CompiledContext> {
  static constexpr auto kMembers = std::tuple(&CompiledContext::program, &CompiledContext::negated, &CompiledContext::after);
};

template <>
struct ImageFields<Anchor> {
  static constexpr auto kMembers =
      std::tuple(&Anchor::kind, &Anchor::length, &Anchor::target, &Anchor::shape, &Anchor::field_tests, &Anchor::prefix, &Anchor::pc);
};

template <>
struct ImageFields<CompiledRule> {
  static constexpr auto kMembers = std::tuple(
      &CompiledRule::name, &CompiledRule::type, &CompiledRule::program, &CompiledRule::anchors, &CompiledRule::captures,
      &CompiledRule::span_capture, &CompiledRule::contexts, &CompiledRule::when, &CompiledRule::fields, &CompiledRule::field_slots,
      &CompiledRule::value_slot, &CompiledRule::can_reject, &CompiledRule::over_rank, &CompiledRule::over);
};

template <>
struct ImageFields<TriggerGroup> {
  static constexpr auto kMembers = std::tuple(&TriggerGroup::target, &TriggerGroup::id, &TriggerGroup::triggers, &TriggerGroup::lists);
};

template <>
struct ImageFields<CompiledPhase> {
  static constexpr auto kMembers = std::tuple(&CompiledPhase::name, &CompiledPhase::rules, &CompiledPhase::by_word_slot,
                                              &CompiledPhase::word_slots, &CompiledPhase::by_type, &CompiledPhase::by_class);
};

template <>
struct ImageFields<CompiledRules> {
  static constexpr auto kMembers =
      std::tuple(&CompiledRules::vocabulary, &CompiledRules::gazetteer, &CompiledRules::word_classes, &CompiledRules::types,
                 &CompiledRules::field_names, &CompiledRules::programs, &CompiledRules::word_sets, &CompiledRules::literals,
                 &CompiledRules::shapes, &CompiledRules::field_tests, &CompiledRules::rules, &CompiledRules::phases,
                 &CompiledRules::group_count, &CompiledRules::phases_of_word);
};

std::string write_rule_image(const CompiledRules& rules, std::string_view digest) {
  ImageWriter image;
  image(digest, rules);
  return image.finish();
}

bool read_rule_image(std::string_view bytes, RuleImage& read) {
  ImageReader image(bytes);
  image(read.digest, read.rules);
  return image.is_whole();
}

}  // namespace attest
