// Every construct of rules/README.md: patterns and clauses on one side, texts and what they match on the other.
#include "engine/annotator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/trial.h"

namespace attest {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using testing_rules::Trial;
using Strings = std::vector<std::string>;

// What the patterns of the tables may use: two kinds of Number, and lists.
constexpr std::string_view kNumbers =
    "phase number\n"
    "list count_word lists/count_word.tsv\n"
    "rule number.digits -> Number\n"
    "  match n:[number]\n"
    "  value numeral(n)\n"
    "  form \"digits\"\n"
    "rule number.word -> Number\n"
    "  match n:<count_word>\n"
    "  value n\n"
    "  form \"spelled\"\n";

RulePack pack_with(const std::string& rule) {
  std::string rules = "phase test reads number\n";
  for (const std::string name : {"colour", "city", "sign"}) {
    const bool is_used = rule.find("<" + name + ">") != std::string::npos;
    if (is_used) rules += "list " + name + " lists/" + name + ".tsv" + (name == "city" ? " exact\n" : "\n");
  }
  return {"built-in",
          {{"10_number.rules", testing_rules::with_examples(kNumbers)},
           {"20_test.rules", testing_rules::with_examples(rules + rule)},
           {"lists/count_word.tsv", "surface\tvalue\ttens\ntwo\t2\t\nthree\t3\t\ntwenty\t20\tyes\n"},
           {"lists/colour.tsv", "surface\tcode\nred\tR\ndark red\tDR\nred light\tRL\nlight dark red\tLDR\n"},
           {"lists/city.tsv", "surface\nNew York\nYork\nCity of York\n"},
           {"lists/sign.tsv", "surface\tiso\tminor\n$\tUSD\tcent\nUS$\tUSD\t\n€\tEUR\t\n"}}};
}

struct PatternCase {
  std::string name;
  std::string pattern;
  std::string text;
  Strings spans;
};

void PrintTo(const PatternCase& c, std::ostream* out) { *out << c.pattern << " on " << c.text; }

template <typename Case>
std::string name_of(const ::testing::TestParamInfo<Case>& info) {
  return info.param.name;
}

class Patterns : public ::testing::TestWithParam<PatternCase> {};

TEST_P(Patterns, MatchWhatTheReadmeSays) {
  Trial trial({pack_with("rule test.rule -> Found\n  match " + GetParam().pattern + "\n")});
  trial.run(GetParam().text);
  EXPECT_THAT(trial.spans("Found"), ElementsAreArray(GetParam().spans));
}

TEST_P(Patterns, MatchTheSameWithoutAnchors) {
  Trial trial({pack_with("rule test.rule -> Found\n  match " + GetParam().pattern + "\n")});
  trial.run(GetParam().text, Strategy::kBruteForce);
  EXPECT_THAT(trial.spans("Found"), ElementsAreArray(GetParam().spans));
}

INSTANTIATE_TEST_SUITE_P(
    Words, Patterns,
    ::testing::Values(
        PatternCase{"AnyCase", R"("billion")", "a billion, Billion and BILLION", {"billion", "Billion", "BILLION"}},
        PatternCase{"WholeTokens", R"("bill")", "a billion bill", {"bill"}},
        PatternCase{"SeveralWords", R"("per cent")", "nine per cent per annum", {"per cent"}},
        PatternCase{"AcrossALineBreak", R"("per cent")", "The rate of growth had been nine per\ncent in that year alone.", {"per\ncent"}},
        PatternCase{"ExactCase", "'US'", "us, Us and US", {"US"}},
        PatternCase{"ExactCaseOfSeveralWords", "'Per Cent'", "per cent, Per Cent, PER CENT, Per cent", {"Per Cent"}},
        PatternCase{"Marks", R"("US$")", "US$ 5 and $ 6", {"US$"}},
        PatternCase{"OutsideAscii", R"("österreich")", "Österreich and ÖSTERREICH", {"Österreich", "ÖSTERREICH"}},
        PatternCase{"Apostrophes", R"("xi'an")", "Xi'an and Xi’an", {"Xi'an", "Xi’an"}}),
    name_of<PatternCase>);

INSTANTIATE_TEST_SUITE_P(
    Lists, Patterns,
    ::testing::Values(
        PatternCase{"OneWord", "<colour>", "a Red door", {"Red"}},
        PatternCase{"LongestEntryWins", "<colour>", "a light dark red door", {"light dark red"}},
        PatternCase{"ShorterEntryWhereTheRestNeedsIt",
                    R"(<colour> "light")",
                    "a red light and a red light light",
                    {"red light", "red light light"}},
        PatternCase{"EntryEndsInsideAnother", R"("very" <colour>)", "very dark red light", {"very dark red"}},
        PatternCase{"Exact", "<city>", "new york, New York, YORK and York", {"New York", "York"}},
        PatternCase{"AcrossALineBreak", "<colour>", "They had always painted it dark\nred in the years before.", {"dark\nred"}},
        PatternCase{"ExactAcrossALineBreak", "<city>", "They met again in the old City\nof York in that year.", {"City\nof York"}},
        PatternCase{"Signs", "<sign> [number]", "US$5, $ 6 and €7", {"US$5", "$ 6", "€7"}},
        PatternCase{"Unfinished", "<colour>", "dark and light", {}}),
    name_of<PatternCase>);

INSTANTIATE_TEST_SUITE_P(
    Annotations, Patterns,
    ::testing::Values(PatternCase{"OfAnEarlierPhase", R"(Number "tons")", "5 tons, two tons and few tons", {"5 tons", "two tons"}},
                      PatternCase{"WithAField", R"(Number[form=digits] "tons")", "5 tons and two tons", {"5 tons"}},
                      PatternCase{
                          "WithTwoFields", R"(Number[form=spelled, value=2] "tons")", "2 tons, two tons and three tons", {"two tons"}},
                      PatternCase{"WithADecimalField", R"(Number[value=5] "tons")", "5 tons, 50 tons and 5.0 tons", {"5 tons", "5.0 tons"}},
                      PatternCase{"InTheMiddle", R"("about" Number "tons")", "about 5 tons, about tons", {"about 5 tons"}}),
    name_of<PatternCase>);

INSTANTIATE_TEST_SUITE_P(
    Classes, Patterns,
    ::testing::Values(PatternCase{"Number", "[number]", "In 2024 G20 had 1,200.5 of ½", {"2024", "1,200.5"}},
                      PatternCase{"Alphanumeric", "[alphanumeric]", "G20 and Q1 in 2024", {"G20", "Q1"}},
                      PatternCase{"Word", "[word]", "Xi'an, 5 U.S. %", {"Xi'an", "U.S."}},
                      PatternCase{"Punctuation", "[punctuation]", "a, b – (5%)", {",", "–", "(", ")"}},
                      PatternCase{"Symbol", "[symbol]", "a, $5 + 6%", {"$", "+", "%"}},
                      PatternCase{"Any", R"("a" [any])", "a 5 a , a b", {"a 5", "a ,", "a b"}},
                      PatternCase{"Capitalised", "[capitalised]", "The old UN and Bonn", {"The", "UN", "Bonn"}},
                      PatternCase{"Upper", "[upper]", "The old UN and Bonn", {"UN"}},
                      PatternCase{"Lower", "[lower]", "The old UN, 5 bonn", {"old", "bonn"}},
                      PatternCase{"Plural", "[plural]", "boats, glass, bus, basis, Ports, as", {"boats", "Ports"}},
                      PatternCase{"AllMustHold", "[lower plural]", "boats, Ports and boat", {"boats"}},
                      PatternCase{"Negated", R"("old" [!plural])", "old boats, old boat", {"old boat"}},
                      PatternCase{"NegatedBesideAnother", "[word !plural !capitalised]", "Ports sent boats out", {"sent", "out"}},
                      PatternCase{"OnlyNegated", R"("a" [!number])", "a 5, a b", {"a b"}},
                      PatternCase{"Newline", "[word newline]", "one two\nthree four", {"three"}}),
    name_of<PatternCase>);

INSTANTIATE_TEST_SUITE_P(Shapes, Patterns,
                         ::testing::Values(PatternCase{"WholeTokenOnly", R"(/[A-Z]\d+/)", "G20, AG20, G20b and g20", {"G20"}},
                                           PatternCase{"OfNumbers", R"(/(19|20)\d\d/)", "1999, 2024, 20245 and 2,024", {"1999", "2024"}},
                                           PatternCase{"WithinASequence", R"("of" /\d{4}/)", "of 1999, of 19", {"of 1999"}},
                                           PatternCase{"OutsideAscii", R"(/\p{Lu}\p{Ll}+/)", "Örebro and Bonn", {"Örebro", "Bonn"}}),
                         name_of<PatternCase>);

INSTANTIATE_TEST_SUITE_P(
    Structure, Patterns,
    ::testing::Values(
        PatternCase{
            "Alternatives", R"(( "tons" | "tonnes" | "metric" "tons" ))", "tons, tonnes, metric tons", {"tons", "tonnes", "metric tons"}},
        PatternCase{"AlternativesInOrder", R"("a" ( "b" | "b" "c" ))", "a b c", {"a b"}},
        PatternCase{"LaterAlternativeWhereTheRestNeedsIt", R"("a" ( "b" | "b" "c" ) "d")", "a b c d", {"a b c d"}},
        PatternCase{"AlternativesOfKinds", R"(( <colour> | Number | /Z+/ ) "x")", "red x, 5 x, ZZ x, y x", {"red x", "5 x", "ZZ x"}},
        PatternCase{"OptionalTaken", R"("a" "b"? "c")", "a b c", {"a b c"}},
        PatternCase{"OptionalLeftOut", R"("a" "b"? "c")", "a c", {"a c"}},
        PatternCase{"OptionalAtTheFront", R"("very"? "big")", "very big and big", {"very big", "big"}},
        PatternCase{"OptionalIsGreedy", R"("a" "b"?)", "a b", {"a b"}},
        PatternCase{"RepeatIsGreedy", R"("a" "b"{0,2})", "a b b b", {"a b b"}},
        PatternCase{"RepeatGivesBack", R"("a" "b"{1,3} "b")", "a b b b", {"a b b b"}},
        PatternCase{"RepeatNeedsItsLeast", R"("a" "b"{2,3})", "a b, a b b", {"a b b"}},
        PatternCase{"RepeatExactly", R"("ho"{3})", "ho ho, ho ho ho ho", {"ho ho ho"}},
        PatternCase{"RepeatOfASequence", R"(( Number "," ){1,3} Number)", "see 1, 2, 3 then", {"1, 2, 3"}},
        PatternCase{"RepeatOfAlternatives", R"(( "a" | "b" ){2,4} "c")", "a b a c", {"a b a c"}},
        PatternCase{"NotAhead", R"("a" !"b" [word])", "a b, a c", {"a c"}},
        PatternCase{"NotAheadConsumesNothing", R"(!<colour> [word] "door")", "red door, old door", {"old door"}},
        PatternCase{"NotAheadOfASequence", R"("a" !( "b" "c" ) [word])", "a b d, a b c", {"a b"}},
        PatternCase{"NotAheadAtTheEnd", R"("a" !"b")", "b a, a b", {"a"}},
        PatternCase{"Glued", R"([number] ~ "kg")", "10kg and 10 kg", {"10kg"}},
        PatternCase{"GluedOnBothSides", R"([number] ~ "-" ~ [number])", "5-3, 5 -3, 5- 3", {"5-3"}},
        PatternCase{"SentenceStart", R"(^ [word])", "Ships came. Boats left.", {"Ships", "Boats"}},
        PatternCase{"SentenceEnd", R"([word] "." $)", "Ships came. Boats left.", {"came.", "left."}},
        PatternCase{"WholeSentence", R"(^ Number $)", "5", {"5"}}, PatternCase{"WholeSentenceIsNotPart", R"(^ Number $)", "5 cats", {}}),
    name_of<PatternCase>);

INSTANTIATE_TEST_SUITE_P(
    Segments, Patterns,
    ::testing::Values(
        PatternCase{"NotAcrossSentences", R"("came" "." "boats")", "Ships came. Boats left.", {}},
        PatternCase{"NotAcrossParagraphs", R"("ships" "boats")", "We saw many ships\n\nboats were few that day.", {}},
        PatternCase{"NotAcrossCells", R"([number] [number])", "Year\tExports\tImports\n2023\t18.7\t20.1\n2024\t19.5\t21.2\n", {}},
        PatternCase{
            "InsideACell", R"("exports" "total")", "Year\tExports total\tTotal\n2023\t18.7\t20.1\n2024\t19.5\t21.2\n", {"Exports total"}},
        PatternCase{"CellIsASentence", R"(^ /\d\d\.\d/ $)", "Year\tExports\n2023\t18.7\n2024\t19.5\n", {"18.7", "19.5"}}),
    name_of<PatternCase>);

INSTANTIATE_TEST_SUITE_P(
    Spans, Patterns,
    ::testing::Values(PatternCase{"PartOfTheMatch", R"("about" span:Number "tons")", "about 5 tons", {"5"}},
                      PatternCase{"OfASequence", R"("about" span:( Number "tons" ) "or" "so")", "about 5 tons or so", {"5 tons"}},
                      PatternCase{"AllWhereItTookNoPart",
                                  R"("tons" span:"more"? "or" "less")",
                                  "tons or less, tons more or less",
                                  {"tons or less", "more"}},
                      PatternCase{"OfAnAlternative", R"(( "about" span:Number | span:Number "about" ))", "about 5 or 6 about", {"5", "6"}}),
    name_of<PatternCase>);

struct ClauseCase {
  std::string name;
  std::string clauses;
  std::string text;
  Strings spans;
};

void PrintTo(const ClauseCase& c, std::ostream* out) { *out << c.clauses << " on " << c.text; }

class Clauses : public ::testing::TestWithParam<ClauseCase> {};

TEST_P(Clauses, DecideWhichMatchesStand) {
  Trial trial({pack_with("rule test.rule -> Found\n" + GetParam().clauses)});
  trial.run(GetParam().text);
  EXPECT_THAT(trial.spans("Found"), ElementsAreArray(GetParam().spans));
}

INSTANTIATE_TEST_SUITE_P(
    Contexts, Clauses,
    ::testing::Values(
        ClauseCase{"After", "  match Number\n  after \"about\"\n", "5, about 6", {"6"}},
        ClauseCase{"AfterSeveral", "  match Number\n  after \"not\" \"about\"\n", "about 5, not about 6", {"6"}},
        ClauseCase{"AfterWithOptionalParts",
                   "  match Number\n  after \"about\" \"a\"? \"mere\"?\n",
                   "about 5, about a mere 6, mere 7",
                   {"5", "6"}},
        ClauseCase{"AfterAnEntryOfSeveralWords", "  match Number\n  after <colour>\n", "dark red 5, dark 6", {"5"}},
        ClauseCase{"AfterSentenceStart", "  match Number\n  after ^ \"about\"\n", "About 5, about 6", {"5"}},
        ClauseCase{"NotAfter", "  match Number\n  not after ( \"page\" | \"line\" \",\" )\n", "page 5, line, 6, a 7", {"7"}},
        ClauseCase{"NotAfterHoldsAtTheStart", "  match Number\n  not after [word]\n", "5 came, then 6", {"5"}},
        ClauseCase{"Before", "  match Number\n  before \"tons\"\n", "5 tons, 6 cows", {"5"}},
        ClauseCase{"BeforeAnAnnotation", "  match \"from\"\n  before Number \"to\" Number\n", "from 5 to 6, from 5", {"from"}},
        ClauseCase{"NotBefore", "  match Number\n  not before ~ \"%\"\n", "5%, 6 %, 7", {"6", "7"}},
        ClauseCase{"NotBeforeHoldsAtTheEnd", "  match Number\n  not before [any]\n", "5 and 6", {"6"}},
        ClauseCase{
            "ContextsStayInTheSentence", "  match [capitalised]\n  not after [any]\n", "Ships came. Boats left Bonn.", {"Ships", "Boats"}},
        ClauseCase{"AllMustHold", "  match Number\n  after \"about\"\n  before \"tons\"\n", "about 5, 6 tons, about 7 tons", {"7"}},
        ClauseCase{
            "AroundTheMatchNotTheSpan", "  match \"x\" span:Number \"y\"\n  after \"a\"\n  before \"b\"\n", "a x 5 y b, x 6 y", {"5"}},
        ClauseCase{
            "ShorterMatchWhereALongerOneFails", "  match Number \"old\"? \"big\"?\n  not before \"cows\"\n", "5 old big cows", {"5 old"}}),
    name_of<ClauseCase>);

INSTANTIATE_TEST_SUITE_P(
    Conditions, Clauses,
    ::testing::Values(
        ClauseCase{"Equal", "  match n:Number\n  when n = 5\n", "5, 5.0 and 6", {"5", "5.0"}},
        ClauseCase{"NotEqual", "  match n:Number\n  when n != 5\n", "5 and 6", {"6"}},
        ClauseCase{"Less", "  match n:Number\n  when n < 10\n", "9, 10 and 11", {"9"}},
        ClauseCase{"LessOrEqual", "  match n:Number\n  when n <= 10\n", "9, 10 and 11", {"9", "10"}},
        ClauseCase{"Greater", "  match n:Number\n  when n > 10\n", "9, 10 and 11", {"11"}},
        ClauseCase{"GreaterOrEqual", "  match n:Number\n  when n >= 10\n", "9, 10 and 11", {"10", "11"}},
        ClauseCase{"NumbersCompareAsNumbers", "  match n:Number\n  when n < 10\n", "9 and 1,000", {"9"}},
        ClauseCase{"TextsCompareAsTexts", "  match w:[word]\n  when w < \"b\"\n", "abc bcd", {"abc"}},
        ClauseCase{"And", "  match n:Number\n  when n > 5 and n < 10\n", "5, 7 and 10", {"7"}},
        ClauseCase{"Or", "  match n:Number\n  when n < 5 or n > 10\n", "4, 7 and 11", {"4", "11"}},
        ClauseCase{"Not", "  match n:Number\n  when not n = 5\n", "5 and 6", {"6"}},
        ClauseCase{"Parentheses", "  match n:Number\n  when not ( n = 5 or n = 6 )\n", "5, 6 and 7", {"7"}},
        ClauseCase{"AndBeforeOr", "  match n:Number\n  when n = 1 or n = 2 and n = 3\n", "1, 2 and 3", {"1"}},
        ClauseCase{
            "CaptureTookPart", "  match x:\"about\"? Number y:\"tons\"?\n  when x or y\n", "about 5, 6, 7 tons", {"about 5", "7 tons"}},
        ClauseCase{"FieldOfAnAnnotation", "  match n:Number\n  when n.form = \"spelled\"\n", "2 and two", {"two"}},
        ClauseCase{"ColumnOfAList", "  match c:<sign>\n  when c.minor = \"cent\"\n", "$ and €", {"$"}},
        ClauseCase{"EmptyCellHasNoValue", "  match c:<sign>\n  when not c.minor\n", "$ and €", {"€"}},
        ClauseCase{"SeveralClausesMustAllHold", "  match n:Number\n  when n > 5\n  when n < 10\n", "5, 7 and 10", {"7"}},
        ClauseCase{"Arithmetic", "  match a:Number b:Number\n  when a * 2 = b + 1\n", "3 5, 3 6", {"3 5"}},
        ClauseCase{
            "NextShorterMatch", "  match a:Number \",\" b:Number ( \",\" c:Number )?\n  when not c or c < 10\n", "1, 2, 30", {"1, 2"}}),
    name_of<ClauseCase>);

struct FieldCase {
  std::string name;
  std::string rule;
  std::string text;
  Strings fields;
};

void PrintTo(const FieldCase& c, std::ostream* out) { *out << c.rule << " on " << c.text; }

class Fields : public ::testing::TestWithParam<FieldCase> {};

TEST_P(Fields, HoldWhatTheExpressionSays) {
  Trial trial({pack_with("rule test.rule -> Found\n" + GetParam().rule)});
  trial.run(GetParam().text);
  EXPECT_THAT(trial.fields("Found"), ElementsAreArray(GetParam().fields));
}

INSTANTIATE_TEST_SUITE_P(
    Expressions, Fields,
    ::testing::Values(
        FieldCase{"ValueOfAnAnnotation", "  match n:Number \"tons\"\n  value n\n", "1,200 tons", {"1200"}},
        FieldCase{"FieldOfAnAnnotation", "  match n:Number \"tons\"\n  form n.form\n", "5 tons, two tons", {"digits", "spelled"}},
        FieldCase{"FirstColumnOfAnEntry", "  match s:<sign> Number\n  unit s\n", "€5", {"EUR"}},
        FieldCase{"NamedColumnOfAnEntry", "  match s:<sign> Number\n  unit s.iso\n  minor s.minor\n", "$5, €6", {"USD cent", "EUR"}},
        FieldCase{"TextOfATokens", "  match w:( [word] \"-\" [word] )\n  name w\n", "the Sino-Soviet pact", {"Sino-Soviet"}},
        FieldCase{"Constants", "  match Number\n  value 12.5\n  unit \"USD\"\n", "5", {"12.5 USD"}},
        FieldCase{"Product", "  match a:Number b:Number\n  value a * b\n", "1.1 1.1", {"1.21"}},
        FieldCase{"Quotient", "  match a:Number b:Number\n  value a / b\n", "1 8", {"0.125"}},
        FieldCase{"Sum", "  match a:Number b:Number\n  value a + b\n", "0.1 0.2", {"0.3"}},
        FieldCase{"Difference", "  match a:Number b:Number\n  value a - b\n", "5 7", {"-2"}},
        FieldCase{"PrecedenceOfProducts", "  match a:Number b:Number\n  value a + b * 2\n", "1 2", {"5"}},
        FieldCase{"Parentheses", "  match a:Number b:Number\n  value ( a + b ) * 2\n", "1 2", {"6"}},
        FieldCase{"LeftToRight", "  match a:Number b:Number\n  value a - b - 1\n", "5 2", {"2"}},
        FieldCase{"ExactDecimals", "  match a:Number b:Number\n  value a * b\n", "43.8 1,000,000,000", {"43800000000"}},
        FieldCase{"MissingRightSide", "  match a:Number \"x\" b:Number?\n  value a * b\n", "5 x, 5 x 3", {"5", "15"}},
        FieldCase{"MissingLeftSide", "  match a:Number? \"x\" b:Number\n  value a * b\n  other b\n", "x 3", {"- 3"}},
        FieldCase{"Else", "  match a:Number \"x\" b:Number?\n  value b else a\n", "5 x, 5 x 3", {"5", "3"}},
        FieldCase{"ElseOfAnEmptyCell", "  match s:<sign>\n  minor s.minor else \"none\"\n", "$ and €", {"cent", "none"}},
        FieldCase{"ElseInAChain", "  match \"x\" a:Number? b:\"y\"?\n  value a else b else \"z\"\n", "x; x 5; x y", {"z", "5", "y"}},
        FieldCase{"AbsentInTheMiddle", "  match \"x\" a:Number?\n  one a\n  two \"t\"\n", "x", {"- t"}},
        FieldCase{"TrailingAbsentOnesAreDropped", "  match \"x\" a:Number?\n  one \"t\"\n  two a\n", "x", {"t"}},
        FieldCase{"Functions", "  match a:Number b:Number\n  value lesser(a, b)\n  text join(a, \"..\", b)\n", "7 5", {"5 7..5"}},
        FieldCase{"NestedFunctions", "  match a:Number\n  value negative(lesser(a, 3))\n", "7", {"-3"}},
        FieldCase{"Nothing", "  match a:Number\n  low nothing()\n  value a\n", "7", {"- 7"}},
        FieldCase{"OfTheAlternativeTaken",
                  "  match ( s:<sign> n:Number | n:Number s:<sign> )\n  value n\n  unit s\n",
                  "$5 or 6€",
                  {"5 USD", "6 EUR"}},
        FieldCase{"LastTurnOfARepeat", "  match \"x\" ( n:Number \",\" ){1,3}\n  value n\n", "x 1, 2, 3,", {"3"}}),
    name_of<FieldCase>);

TEST(Rejection, TakesTheNextShorterMatchWhoseFunctionsFindAnAnswer) {
  // "1.2.3" is one number token of no value: numeral() rejects the match that ends with it.
  Trial trial("phase test\nrule test.rule -> Found\n  match a:[number] \",\" ( b:[number] )?\n  value numeral(a)\n  last numeral(b)\n");
  trial.run("5, 6 and 5, 1.2.3");
  EXPECT_THAT(trial.spans("Found"), ElementsAre("5, 6", "5,"));
}

TEST(Rejection, LeavesNothingWhereEveryMatchIsRejected) {
  Trial trial("phase test\nrule test.rule -> Found\n  match a:[number]\n  value numeral(a)\n");
  trial.run("1.2.3");
  EXPECT_THAT(trial.annotations(), IsEmpty());
}

TEST(Rejection, ByDivisionByZero) {
  Trial trial({pack_with("rule test.rule -> Found\n  match a:Number b:Number\n  value a / b\n")});
  trial.run("5 0, 5 2");
  EXPECT_THAT(trial.spans("Found"), ElementsAre("5 2"));
}

TEST(Phases, ReadOnlyWhatEarlierPhasesMade) {
  const std::vector<RulePack> packs = {
      {"built-in",
       {{"10_a.rules", testing_rules::with_examples("phase a\nrule a.x -> X\n  match \"x\"\n")},
        {"20_b.rules", testing_rules::with_examples("phase b reads a\nrule b.y -> Y\n  match X \"y\"\n")},
        {"30_c.rules", testing_rules::with_examples("phase c reads a, b\nrule c.z -> Z\n  match X? Y \"z\"\n")}}}};
  Trial trial(packs);
  trial.run("x y z");
  EXPECT_THAT(trial.annotations(), ElementsAre("a.x \"x\"", "b.y \"x y\"", "c.z \"x y z\""));
}

TEST(Phases, DoNotCompete) {
  const std::vector<RulePack> packs = {{"built-in",
                                        {{"10_a.rules", testing_rules::with_examples("phase a\nrule a.x -> X\n  match \"x\" \"y\"\n")},
                                         {"20_b.rules", testing_rules::with_examples("phase b\nrule b.y -> Y\n  match \"y\"\n")}}}};
  Trial trial(packs);
  trial.run("x y");
  EXPECT_THAT(trial.annotations(), ElementsAre("a.x \"x y\"", "b.y \"y\""));
}

TEST(Phases, SuppressedAnnotationsAreInvisibleToLaterOnes) {
  const std::vector<RulePack> packs = {
      {"built-in",
       {{"10_a.rules",
         testing_rules::with_examples("phase a\nrule a.long -> Long\n  match \"x\" \"y\"\nrule a.short -> Short\n  match \"y\"\n")},
        {"20_b.rules", testing_rules::with_examples("phase b reads a\nrule b.use -> Use\n  match Short\n")}}}};
  Trial trial(packs);
  trial.run("x y, y");
  EXPECT_THAT(trial.spans("Use"), ElementsAre("y"));
}

TEST(Annotator, IsReusedWithoutTraceOfTheTextBefore) {
  Trial reused({pack_with("rule test.rule -> Found\n  match n:Number \"tons\"\n  value n\n")});
  Trial fresh({pack_with("rule test.rule -> Found\n  match n:Number \"tons\"\n  value n\n")});
  reused.run("5 tons, 6 tons and 7 tons came.");
  reused.run("Two tons left.");
  fresh.run("Two tons left.");
  EXPECT_EQ(reused.everything(), fresh.everything());
}

TEST(Annotator, FindsNothingInAnEmptyText) {
  Trial trial({pack_with("rule test.rule -> Found\n  match Number\n")});
  trial.run("");
  EXPECT_THAT(trial.annotations(), IsEmpty());
}

}  // namespace
}  // namespace attest
