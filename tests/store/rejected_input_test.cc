// An extraction that is not of its text never gets in, and does not keep the rest of its batch out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "store/sample.h"

namespace attest {
namespace {

struct Fault {
  const char* name;
  std::function<void(ExtractedDocument&)> break_it;
  const char* said;
};

Mention& first(ExtractedDocument& document) { return document.extraction.mentions.front(); }

class RejectedInput : public testing::TestWithParam<Fault> {};

TEST_P(RejectedInput, IsNamedAndLeftOut) {
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  ExtractedDocument broken = sample::document("broken", "Café sold 15 ships in 2024", true);
  GetParam().break_it(broken);
  const auto added = sample::add(store, {broken, sample::document("sound", "Sold 5")});
  ASSERT_EQ(added[0].outcome, AddOutcome::kRejected);
  EXPECT_THAT(added[0].error->what, testing::HasSubstr(GetParam().said));
  EXPECT_THAT(sample::rows(store, "SELECT uri FROM documents"), testing::ElementsAre("sound"));
}

INSTANTIATE_TEST_SUITE_P(
    Faults, RejectedInput,
    testing::Values(Fault{"NoSource", [](auto& d) { d.document.source.clear(); }, "no source"},
                    Fault{"NulInText", [](auto& d) { d.document.text[0] = '\0'; }, "NUL"},
                    Fault{"NulInSource", [](auto& d) { d.document.source += '\0'; }, "NUL"},
                    Fault{"NotUtf8", [](auto& d) { d.document.text[3] = '\xFF'; }, "not UTF-8"},
                    Fault{"NoMediaType", [](auto& d) { d.document.media_type.clear(); }, "media type"},
                    Fault{"PublishedIsNoDay", [](auto& d) { d.document.metadata.published = "2025-02-30"; }, "2025-02-30"},
                    Fault{"PublishedIsTooLong", [](auto& d) { d.document.metadata.published = "2025-02-03T10:00"; }, "not YYYY-MM-DD"},
                    Fault{"OfAnotherText", [](auto& d) { d.extraction.characters += 1; }, "another text"},
                    Fault{"SentenceBehindTheText", [](auto& d) { d.extraction.sentences[0].bytes.end += 10; }, "no sentence"},
                    Fault{"SentencesOverlap", [](auto& d) { d.extraction.sentences.push_back(d.extraction.sentences[0]); }, "no sentence"},
                    Fault{"BytesAndCodePointsDisagree", [](auto& d) { first(d).chars = first(d).bytes; }, "disagree"},
                    Fault{"InsideACharacter", [](auto& d) { first(d).bytes.begin = 4; }, "disagree"},
                    Fault{"Empty", [](auto& d) { first(d).bytes.end = first(d).bytes.begin; }, "no such passage"},
                    Fault{"OutsideItsSentence",
                          [](auto& d) {
                            first(d).sentence_chars = {0, 3};
                          },
                          "not in its sentence"},
                    Fault{"SentenceLongerThanTheText", [](auto& d) { first(d).sentence_chars.end = 99; }, "ends behind the text"},
                    Fault{"OutOfOrder", [](auto& d) { std::swap(d.extraction.mentions[0], d.extraction.mentions[1]); }, "out of order"},
                    Fault{"Twice", [](auto& d) { d.extraction.mentions.insert(d.extraction.mentions.begin(), first(d)); }, "given twice"},
                    Fault{"NoRule", [](auto& d) { first(d).rule.clear(); }, "no rule"},
                    Fault{"LowOverHigh", [](auto& d) { std::get<Figure>(first(d).content).low = Decimal(16); }, "low is over its high"},
                    Fault{"NegativeRounding", [](auto& d) { std::get<Figure>(first(d).content).rounding = Decimal(-1); }, "rounding"},
                    Fault{"NoSuchDay",
                          [](auto& d) { std::get<DateExpression>(d.extraction.mentions[1].content).start_date = "2024-13-01"; },
                          "YYYY-MM-DD"},
                    Fault{"EndsBeforeItBegins",
                          [](auto& d) { std::get<DateExpression>(d.extraction.mentions[1].content).end_date = "2024-01-01"; },
                          "ends before"},
                    Fault{"NameOfNothing", [](auto& d) { first(d).content = Name{}; }, "names nothing"},
                    Fault{"AgreementWithoutId", [](auto& d) { first(d).content = Agreement{}; }, "no agreement_id"},
                    Fault{"PartyOfSeveralLines",
                          [](auto& d) {
                            Agreement agreement;
                            agreement.id = "x";
                            agreement.parties = {"GE\nAM"};
                            first(d).content = agreement;
                          },
                          "several lines"},
                    Fault{"DerivationLeavesTheText", [](auto& d) { first(d).derivation[1].bytes.end = 1000; }, "leaves the text"},
                    Fault{"DerivationWithoutRule", [](auto& d) { first(d).derivation[1].rule.clear(); }, "names no rule"}),
    [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace attest
