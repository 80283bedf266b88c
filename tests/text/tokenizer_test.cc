#include "text/tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attest {
namespace {

using testing::ElementsAreArray;
using enum TokenKind;

std::vector<Token> tokens_of(std::string_view text, const Vocabulary& vocabulary = {}) {
  std::vector<Token> tokens;
  tokenize(text, vocabulary, tokens);
  return tokens;
}

std::vector<std::string> texts_of(std::string_view text) {
  std::vector<std::string> texts;
  for (const Token& token : tokens_of(text)) texts.emplace_back(token.span().of(text));
  return texts;
}

struct CutCase {
  const char* name;
  std::string text;
  std::vector<std::string> tokens;
};

class Tokenize : public testing::TestWithParam<CutCase> {};

TEST_P(Tokenize, CutsAsDecided) { EXPECT_THAT(texts_of(GetParam().text), ElementsAreArray(GetParam().tokens)); }

std::string name_of(const testing::TestParamInfo<CutCase>& test) { return test.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Numbers, Tokenize,
    testing::Values(
        CutCase{"MoneyInASentence", "Exports rose 4.5% to $43.8bn.", {"Exports", "rose", "4.5", "%", "to", "$", "43.8", "bn", "."}},
        CutCase{"HyphenBehindNumber", "1,200-kilometre", {"1,200", "-", "kilometre"}},
        CutCase{"LettersBehindNumber", "10kg 21st 1990s 2x 3D", {"10", "kg", "21", "st", "1990", "s", "2", "x", "3", "D"}},
        CutCase{"DigitsAndLettersMixed", "4a7f9 5m2", {"4", "a7f9", "5", "m2"}}, CutCase{"FinalPoint", "in 2024.", {"in", "2024", "."}},
        CutCase{"PointBetweenNumberAndWord", "1,000.That", {"1,000", ".", "That"}}, CutCase{"FinalComma", "5, 6", {"5", ",", "6"}},
        CutCase{"ContinentalGrouping", "1.234.567,89", {"1.234.567,89"}}, CutCase{"VersionIsOneNumber", "1.2.3", {"1.2.3"}},
        CutCase{"ApostropheGroups", "1'000 1\u2019000", {"1'000", "1\u2019000"}},
        CutCase{"ApostropheBehindNumber", "5' 5\u2019 7", {"5", "'", "5", "\u2019", "7"}},
        CutCase{"SpaceEndsNumber", "1 000 1\u00A0000 1\u202F000 1\u2009000", {"1", "000", "1", "000", "1", "000", "1", "000"}},
        CutCase{"LeadingPointAfterSpace", ".5 of .75", {".5", "of", ".75"}},
        CutCase{"LeadingPointAfterCurrency", "$.50 €.50", {"$", ".50", "€", ".50"}},
        CutCase{"LeadingPointAfterSign", "-.5 (.5) \u2212.5", {"-", ".5", "(", ".5", ")", "\u2212", ".5"}},
        CutCase{"NoLeadingPointAfterWord", "v.2", {"v", ".", "2"}}, CutCase{"NoLeadingPointAfterClosingBracket", ").5", {")", ".", "5"}},
        CutCase{"NoLeadingPointInEllipsis", "...5", {"...", "5"}},
        CutCase{"SlashColonDash", "24/7 3:30 2012–13", {"24", "/", "7", "3", ":", "30", "2012", "–", "13"}},
        CutCase{"PowerOfTen", "5.5x10-3", {"5.5", "x10", "-", "3"}}, CutCase{"DecadeWithApostrophe", "the '90s", {"the", "'", "90", "s"}},
        CutCase{"OtherDigits", "１２ ٣٤", {"１２", "٣٤"}},
        CutCase{"FractionsAndSuperscripts", "2½ km² H₂O", {"2", "½", "km", "²", "H", "₂", "O"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Words, Tokenize,
    testing::Values(
        CutCase{"HyphenBetweenWords", "twenty-five", {"twenty", "-", "five"}},
        CutCase{"Possessive", "China's port", {"China", "'s", "port"}},
        CutCase{"PossessiveTypographic", "China\u2019s port", {"China", "\u2019s", "port"}},
        CutCase{"PossessiveInCapitals", "CHINA'S", {"CHINA", "'S"}},
        CutCase{"PossessiveBehindNumberAndBracket", "5's (x)'s", {"5", "'s", "(", "x", ")", "'s"}},
        CutCase{"PossessiveBehindAlphanumeric", "the G20's text", {"the", "G20", "'s", "text"}},
        CutCase{"PossessiveBehindAbbreviation", "the U.S.'s ports", {"the", "U.S.", "'s", "ports"}},
        CutCase{"NoPossessiveBehindSpace", "say 's'", {"say", "'", "s", "'"}},
        CutCase{"Plural", "countries' debts, states\u2019.", {"countries", "'", "debts", ",", "states", "\u2019", "."}},
        CutCase{
            "InnerApostrophes", "Xi'an don't don\u2019t O'Neill rock'n'roll", {"Xi'an", "don't", "don\u2019t", "O'Neill", "rock'n'roll"}},
        CutCase{"QuotedWord", "'word'", {"'", "word", "'"}},
        CutCase{"PointedLetters", "U.S. a.m. U.S.A. e.g. z", {"U.S.", "a.m.", "U.S.A.", "e.g.", "z"}},
        CutCase{"PointedLettersWithoutFinalPoint", "\"U.S\" a.m", {"\"", "U.S", "\"", "a.m"}},
        CutCase{"PointedLettersBehindNumber", "5a.m.", {"5", "a.m."}},
        CutCase{"PointedLettersBeforeHyphen", "U.S.-led", {"U.S.", "-", "led"}},
        CutCase{"PointedLettersBeforeWord", "J.K.Rowe", {"J.K.", "Rowe"}}, CutCase{"PointedLettersOutsideAscii", "з.о.", {"з.о."}},
        CutCase{"OneInitial", "E. Jones and A.Smith", {"E", ".", "Jones", "and", "A", ".", "Smith"}},
        CutCase{"OtherPoints", "Ph.D. No. 5", {"Ph", ".", "D", ".", "No", ".", "5"}},
        CutCase{"CurrencyBehindLetters", "US$5 A$", {"US", "$", "5", "A", "$"}},
        CutCase{"Alphanumeric", "G20 COVID19 C5 SCP173", {"G20", "COVID19", "C5", "SCP173"}},
        CutCase{"AlphanumericAndHyphen", "B737-800", {"B737", "-", "800"}}, CutCase{"AccentsWrittenApart", "e\u0301cole", {"e\u0301cole"}},
        CutCase{"SoftHyphenInside", "co\u00ADoperation", {"co\u00ADoperation"}},
        CutCase{"ZeroWidthInside", "a\u200Bb\u200Cc\u200Dd\uFEFFe", {"a\u200Bb\u200Cc\u200Dd\uFEFFe"}},
        CutCase{"ZeroWidthAlone", "\uFEFFone \u200B two\u00AD three", {"one", "two", "three"}},
        CutCase{"LettersOtherThanLatin", "Доля Μερίδιο", {"Доля", "Μερίδιο"}},
        CutCase{"HanIsCutIntoWords", "出口2024年增长5%。", {"出口", "2024", "年", "增长", "5", "%", "。"}},
        CutCase{"ThaiIsCutIntoWords", "ภาษาไทย", {"ภาษา", "ไทย"}}, CutCase{"HanBehindLatin", "GDP增长", {"GDP", "增长"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    MarksAndAddresses, Tokenize,
    testing::Values(CutCase{"Empty", "", {}}, CutCase{"OnlySpace", " \t\n\u00A0", {}},
                    CutCase{"Ellipses", "a... b.. c… d.", {"a", "...", "b", "..", "c", "…", "d", "."}},
                    CutCase{"Hyphens", "a--b --- c", {"a", "--", "b", "---", "c"}},
                    CutCase{"OtherMarksRepeated", "!! '' ,, $$", {"!", "!", "'", "'", ",", ",", "$", "$"}},
                    CutCase{"Control",
                            "a\x01\x7F"
                            "b\u0085c",
                            {"a", "b", "c"}},
                    CutCase{"Url", "See https://example.org/2024/05?n=12, then", {"See", "https://example.org/2024/05?n=12", ",", "then"}},
                    CutCase{"UrlInBrackets", "(http://example.org/a_(b)_7).", {"(", "http://example.org/a_(b)_7", ")", "."}},
                    CutCase{"UrlInQuotes",
                            "\"http://example.org/5\" \u201Chttp://example.org/6\u201D",
                            {"\"", "http://example.org/5", "\"", "\u201C", "http://example.org/6", "\u201D"}},
                    CutCase{"UrlWithoutScheme", "www.example.org/5. WWW.example.org", {"www.example.org/5", ".", "WWW.example.org"}},
                    CutCase{"UrlOfAlphanumericScheme", "s3://bucket/7", {"s3://bucket/7"}},
                    CutCase{"NoUrl", "http:// and www. end", {"http", ":", "/", "/", "and", "www", ".", "end"}},
                    CutCase{"Mail", "to ann.b2+x@mail.example.org.", {"to", "ann.b2+x@mail.example.org", "."}},
                    CutCase{"MailBehindBracket", "(-ann@example.org)", {"(", "-", "ann@example.org", ")"}},
                    CutCase{"MailBehindMail", "a@b@c", {"a@b", "@", "c"}}, CutCase{"PriceEachIsNoMail", "2@3.50", {"2", "@", "3.50"}},
                    CutCase{"HandleAndTag", "@ann #tag5", {"@", "ann", "#", "tag5"}}, CutCase{"AtTheVeryEnd", "ann@", {"ann", "@"}}),
    name_of);

struct KindCase {
  std::string text;
  TokenKind kind;
};

TEST(TokenKinds, AreThoseOfTheHeader) {
  const std::vector<KindCase> cases = {
      {"rose", kWord},          {"Xi'an", kWord},      {"U.S.", kWord},     {"出口", kWord},        {"é", kWord},
      {"2024", kNumber},        {".5", kNumber},       {"１２", kNumber},   {"G20", kAlphanumeric}, {"a@b.c", kAlphanumeric},
      {".", kPunctuation},      {"...", kPunctuation}, {",", kPunctuation}, {"(", kPunctuation},    {"\"", kPunctuation},
      {"\u201C", kPunctuation}, {"'", kPunctuation},   {"-", kPunctuation}, {"–", kPunctuation},    {"。", kPunctuation},
      {"$", kSymbol},           {"€", kSymbol},        {"%", kSymbol},      {"‰", kSymbol},         {"+", kSymbol},
      {"=", kSymbol},           {"/", kSymbol},        {"&", kSymbol},      {"#", kSymbol},         {"@", kSymbol},
      {"°", kSymbol},           {"½", kSymbol},        {"²", kSymbol},      {"•", kSymbol},         {"\U0001F600", kSymbol}};
  for (const KindCase& test : cases) {
    const std::vector<Token> tokens = tokens_of(test.text);
    ASSERT_EQ(tokens.size(), 1U) << test.text;
    EXPECT_EQ(tokens[0].kind, test.kind) << test.text;
  }
}

struct FlagCase {
  std::string text;  // the flags of its last token
  int flags;
};

TEST(TokenFlags, TellSpaceBeforeCaseAndBytes) {
  using namespace token_flag;
  const std::vector<FlagCase> cases = {{"word", kSpaceBefore},
                                       {"a ton", kSpaceBefore},
                                       {"5%", 0},
                                       {"a\nton", kSpaceBefore | kNewlineBefore},
                                       {"a\u2028ton", kSpaceBefore | kNewlineBefore},
                                       {"a \t ton", kSpaceBefore | kTabBefore},
                                       {"a\t\nton", kSpaceBefore | kTabBefore | kNewlineBefore},
                                       {"a\u00A0ton", kSpaceBefore},
                                       {"-Ton", kCapitalised},
                                       {"-TON", kCapitalised | kAllCaps},
                                       {"-tON", 0},
                                       {"-Kilometres", kCapitalised},
                                       {"-KILOMETRES", kCapitalised | kAllCaps},
                                       {"-KILOMETREs", kCapitalised},
                                       {"-G20", kCapitalised | kAllCaps},
                                       {"-U.S.", kCapitalised | kAllCaps},
                                       {"-a.m.", 0},
                                       {"IBM'S", kCapitalised | kAllCaps},
                                       {"-École", kCapitalised | kNonAscii},
                                       {"-ÉCOLE", kCapitalised | kAllCaps | kNonAscii},
                                       {"5€", kNonAscii},
                                       {"-Don\u2019t", kCapitalised | kNonAscii}};
  for (const FlagCase& test : cases) {
    const std::vector<Token> tokens = tokens_of(test.text);
    ASSERT_FALSE(tokens.empty()) << test.text;
    EXPECT_EQ(int{tokens.back().flags}, test.flags) << test.text;
  }
}

TEST(TokenWords, HaveTheIdOfTheirFoldedForm) {
  Vocabulary vocabulary;
  for (const char* word : {"billion", "$", "2024", "u.s.", "don't", "école", "'s", "1,000", "--", "internationalisation", "g20", "出口"}) {
    vocabulary.add(word);
  }
  const std::vector<std::string> forms = {"Billion", "$",  "2024", "U.S.", "Don\u2019t",           "E\u0301cole",   "ÉCOLE",
                                          "1,000",   "--", "G20",  "出口", "InterNationalIsation", "bil\u00ADlion", "billions"};
  std::string folded;
  for (const std::string& form : forms) {
    const std::vector<Token> tokens = tokens_of(form, vocabulary);
    ASSERT_EQ(tokens.size(), 1U) << form;
    fold_word(form, folded);
    EXPECT_EQ(tokens[0].word, vocabulary.find(folded)) << form;
  }
}

TEST(Tokenize, CutsASignOfTheVocabularyFromItsAmount) {
  Vocabulary vocabulary;
  for (const char* word : {"usd", "rs", "tons", "a"}) vocabulary.add(word);
  for (const TokenizerPath path : {TokenizerPath::kFast, TokenizerPath::kGenericPath}) {
    std::vector<Token> tokens;
    const std::string_view text = "USD115.5 Rs500 SCP173 usd5 Tonsx5 A5 USDX5";
    tokenize(text, vocabulary, tokens, path);
    std::vector<std::string_view> cut;
    for (const Token& token : tokens) cut.push_back(token.span().of(text));
    EXPECT_EQ(cut, (std::vector<std::string_view>{"USD", "115.5", "Rs", "500", "SCP173", "usd5", "Tonsx5", "A5", "USDX5"}));
  }
}

TEST(Tokenize, CutsTheLetterOfACurrencyFromALargeAmount) {
  const Vocabulary vocabulary;
  for (const TokenizerPath path : {TokenizerPath::kFast, TokenizerPath::kGenericPath}) {
    std::vector<Token> tokens;
    const std::string_view text = "N72.2 billion R4,500 P500m K3bn A4 F16 M7.8 B2B N5 men";
    tokenize(text, vocabulary, tokens, path);
    std::vector<std::string_view> cut;
    for (const Token& token : tokens) cut.push_back(token.span().of(text));
    EXPECT_EQ(cut, (std::vector<std::string_view>{"N", "72.2", "billion", "R", "4,500", "P", "500", "m", "K", "3", "bn", "A4", "F16", "M7",
                                                  ".", "8", "B2B", "N5", "men"}));
  }
}

TEST(TokenWords, OfAnAsciiWordIsFoundWhateverStandsBehindIt) {
  Vocabulary vocabulary;
  const WordId id = vocabulary.add("billion");
  for (const char* behind : {"", " ", ".", "s", "'s", "\u2019s", "-", "—", "\u00A0", "5", ",x", "@"}) {
    const std::vector<Token> tokens = tokens_of(std::string("Billion") + behind, vocabulary);
    const bool whole = tokens[0].end == 7;
    EXPECT_EQ(tokens[0].word, whole ? id : kUnknownWord) << behind;
  }
}

TEST(Tokenize, ReplacesTheTokensOfTheTextBefore) {
  std::vector<Token> tokens;
  tokenize("one two three", {}, tokens);
  tokenize("four", {}, tokens);
  EXPECT_EQ(tokens.size(), 1U);
}

}  // namespace
}  // namespace attest
