// Languages are told from texts, and what was declared of them helps where the text does not.
#include "text/language.h"

#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

struct Case {
  std::string name;
  std::string text;
  std::string language;
};

class LanguageOf : public testing::TestWithParam<Case> {};

TEST_P(LanguageOf, IsTheTexts) { EXPECT_EQ(language_of(GetParam().text), GetParam().language); }

INSTANTIATE_TEST_SUITE_P(
    Texts, LanguageOf,
    testing::Values(
        Case{"English",
             "The port handled 9 million tonnes of grain in 2024, and its director said that a second berth would open in spring for the "
             "lines that had asked for it.",
             "en"},
        Case{"German",
             "Der Hafen hat im vergangenen Jahr 9,4 Millionen Tonnen Getreide umgeschlagen, ein Zehntel mehr als im Jahr davor. Die "
             "Direktorin "
             "sagte, dass im Frühling ein zweiter Liegeplatz eröffnet werde.",
             "de"},
        Case{"French",
             "Le port a traité 9,4 millions de tonnes de céréales en 2024, soit un dixième de plus que l'année précédente. La directrice a "
             "déclaré qu'un deuxième quai ouvrirait au printemps.",
             "fr"},
        Case{"Dutch",
             "De haven verwerkte vorig jaar 9,4 miljoen ton graan, een tiende meer dan het jaar daarvoor. De directeur zei dat er in het "
             "voorjaar "
             "een tweede ligplaats wordt geopend.",
             "nl"},
        Case{"Russian", "Порт перевалил 9 млн тонн зерна в 2024 году, сообщили власти.", "ru"},
        Case{"Chinese", "港口去年处理了940万吨粮食，比前一年增加了百分之十。", "zh"},
        Case{"EnglishWithAForeignQuotation",
             "The minister said that the port would grow, and quoted a poem: \"Über allen Gipfeln ist Ruh.\" The council will vote on the "
             "plan in March, and the residents have asked for a study of the noise.",
             "en"},
        Case{"TooShort", "Prices fell 2%.", ""}, Case{"Figures", "2022\t7.9\n2023\t8.5\n2024\t9.4\n", ""}, Case{"Nothing", "", ""}),
    [](const auto& c) { return c.param.name; });

TEST(HasRules, EnglishAlone) {
  for (const char* language : {"en", "en-GB", "EN_us"}) EXPECT_TRUE(has_rules(language)) << language;
  for (const char* language : {"", "de", "enm", "ru-RU"}) EXPECT_FALSE(has_rules(language)) << language;
}

TEST(SettledLanguage, TextsGoBeforeDeclarations) {
  const std::string russian = "Порт перевалил 9 млн тонн зерна в 2024 году, сообщили власти.";
  EXPECT_EQ(settled_language(russian, "en-US"), "ru");
  EXPECT_EQ(settled_language(russian, "ru-RU"), "ru-RU");
  EXPECT_EQ(settled_language(russian, ""), "ru");
  EXPECT_EQ(settled_language("Prices fell 2%.", "en-GB"), "en-GB");
  EXPECT_EQ(settled_language("Prices fell 2%.", ""), "");
}

}  // namespace
}  // namespace attest
