// Values survive their image; bytes that no writer gave are refused and never read past.
#include "base/image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace attest {
namespace {

using ::testing::ElementsAre;

struct Place {
  std::string name;
  std::optional<std::uint32_t> people;
  std::vector<bool> flags;
  bool capital = false;  // padding behind it
  std::pair<std::uint16_t, std::string_view> code;
};

}  // namespace

template <>
struct ImageFields<Place> {
  static constexpr auto kMembers = std::tuple(&Place::name, &Place::people, &Place::flags, &Place::capital, &Place::code);
};

namespace {

std::vector<Place> places() {
  return {{"Astana", 1'500'000, {true, false, true}, true, {398, "KZ"}}, {"", std::nullopt, {}, false, {0, ""}}};
}

std::string image_of(const std::vector<Place>& written) {
  ImageWriter writer;
  writer(written, std::vector<std::uint64_t>{1, 2, 3});
  return writer.finish();
}

TEST(Image, GivesBackWhatWasWritten) {
  const std::string image = image_of(places());
  ImageReader reader(image);
  std::vector<Place> read;
  std::vector<std::uint64_t> numbers;
  reader(read, numbers);
  ASSERT_TRUE(reader.is_whole());
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].name, "Astana");
  EXPECT_EQ(read[0].people, 1'500'000U);
  EXPECT_THAT(read[0].flags, ElementsAre(true, false, true));
  EXPECT_TRUE(read[0].capital);
  EXPECT_EQ(read[0].code.second, "KZ");
  EXPECT_FALSE(read[1].people.has_value());
  EXPECT_THAT(numbers, ElementsAre(1U, 2U, 3U));
}

TEST(Image, EqualValuesGiveEqualBytes) { EXPECT_EQ(image_of(places()), image_of(places())); }

TEST(Image, RefusesEveryPrefixOfAnImage) {
  const std::string image = image_of(places());
  for (std::size_t size = 0; size < image.size(); ++size) {
    ImageReader reader(std::string_view(image).substr(0, size));
    std::vector<Place> read;
    std::vector<std::uint64_t> numbers;
    reader(read, numbers);
    EXPECT_FALSE(reader.is_whole()) << size;
  }
}

TEST(Image, NothingIsReadBehindWhatFailed) {
  ImageWriter writer;
  writer(std::vector<std::uint64_t>{1}, std::string("Astana"), std::uint32_t{7});
  std::string image = writer.finish();
  image[sizeof(std::uint32_t) + std::string_view("Astana").size()] = 9;  // numbers, of which there is one
  ImageReader reader(image);
  std::vector<std::uint64_t> numbers;
  std::string name = "as it was";
  std::uint32_t last = 3;
  reader(numbers, name, last);
  EXPECT_FALSE(reader.is_good());
  EXPECT_EQ(name, "as it was");
  EXPECT_EQ(last, 3U);
}

TEST(Image, RefusesABoolThatIsNeither) {
  ImageWriter writer;
  writer(std::uint8_t{2});
  const std::string image = writer.finish();
  ImageReader reader(image);
  bool flag = false;
  reader(flag);
  EXPECT_FALSE(reader.is_good());
}

TEST(Image, RefusesWhatStandsBehind) {
  const std::string image = image_of(places()) + '\0';
  ImageReader reader(image);
  std::vector<Place> read;
  std::vector<std::uint64_t> numbers;
  reader(read, numbers);
  EXPECT_TRUE(reader.is_good());
  EXPECT_FALSE(reader.is_whole());
}

}  // namespace
}  // namespace attest
