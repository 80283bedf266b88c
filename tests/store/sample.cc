#include "store/sample.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <utility>

#include "base/ascii.h"
#include "store/query.h"
#include "text/code_points.h"

namespace attest::sample {
namespace {

Figure figure_of(std::string_view digits, bool money) {
  Figure figure;
  figure.quantity = money ? Quantity::kMoney : Quantity::kCount;
  figure.unit = money ? "USD" : "";
  figure.value = Decimal::parse(digits);
  figure.low = figure.value;
  figure.high = figure.value;
  figure.rounding = Decimal(0);
  return figure;
}

DateExpression year_of(std::string_view digits) {
  DateExpression date;
  date.timex = digits;
  date.start_date = date.timex + "-01-01";
  date.end_date = std::to_string(std::stoi(date.timex) + 1) + "-01-01";
  return date;
}

Agreement pact() {
  Agreement agreement;
  agreement.title = "Harbour Pact";
  agreement.parties = {"GE", "Seaport Office, Poti"};
  agreement.signed_start = "2024-03-01";
  agreement.signed_end = "2024-03-02";
  agreement.value = Decimal::parse("2.5");
  agreement.value_unit = "USD";
  agreement.status = AgreementStatus::kSigned;
  agreement.id = "harbour-pact";
  return agreement;
}

class Extract {
 public:
  explicit Extract(std::string_view text, bool derivations) : text_(text), index_(text), derivations_(derivations) {}

  Extraction run() {
    extraction_.characters = index_.size();
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      if (end > begin) sentence({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      begin = end + 1;
    }
    return std::move(extraction_);
  }

 private:
  void sentence(Span bytes) {
    const BlockKind block = bytes.begin == 0 ? BlockKind::kTitle : BlockKind::kParagraph;
    extraction_.sentences.push_back({bytes, index_.to_code_points(bytes), block});
    for (std::uint32_t at = bytes.begin; at < bytes.end;) {
      std::uint32_t end = at;
      while (end < bytes.end && is_digit(text_[end])) ++end;
      if (end > at) mention(bytes, {at, end});
      if (end == at) end += word(bytes, at);
      at = end + 1;
    }
  }

  void mention(Span sentence, Span digits) {
    const bool money = digits.begin > 0 && text_[digits.begin - 1] == '$';
    const bool year = digits.size() == 4 && text_.substr(0, digits.begin).ends_with("in ");
    Mention mention;
    mention.bytes = money ? Span{digits.begin - 1, digits.end} : digits;
    mention.chars = index_.to_code_points(mention.bytes);
    mention.sentence_chars = index_.to_code_points(sentence);
    mention.rule = year ? "date.year" : "number.digits";
    if (year) {
      mention.content = year_of(digits.of(text_));
    } else {
      mention.content = figure_of(digits.of(text_), money);
    }
    if (derivations_) derive(mention, digits);
    extraction_.mentions.push_back(std::move(mention));
  }

  /// A name or an agreement that begins at `at`; returns its length.
  std::uint32_t word(Span sentence, std::uint32_t at) {
    const auto add = [&](std::string_view word, auto content) {
      if (!text_.substr(at).starts_with(word)) return std::uint32_t{0};
      const auto size = static_cast<std::uint32_t>(word.size());
      Mention mention;
      mention.bytes = {at, at + size};
      mention.chars = index_.to_code_points(mention.bytes);
      mention.sentence_chars = index_.to_code_points(sentence);
      mention.rule = "word.listed";
      mention.content = std::move(content);
      extraction_.mentions.push_back(std::move(mention));
      return size;
    };
    const std::uint32_t name = add("Seaport", Name{NameKind::kOrganisation, "Seaport Office", "government", "seaport-office", "GE"});
    return name > 0 ? name : add("pact", pact());
  }

  void derive(Mention& mention, Span digits) const {
    const std::string value(digits.of(text_));
    mention.derivation = {
        {0, mention.rule, "", mention.bytes, value}, {1, "number.plain", "n", digits, value}, {2, "token", "", digits, ""}};
  }

  std::string_view text_;
  CodePointIndex index_;
  bool derivations_;
  Extraction extraction_;
};

std::string shown(const QueryValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
  if (const auto* real = std::get_if<double>(&value)) {
    std::ostringstream out;
    out.precision(17);
    out << *real;
    return out.str();
  }
  return std::holds_alternative<std::monostate>(value) ? "NULL" : "BLOB";
}

}  // namespace

Provenance provenance() {
  return {.program_version = "0.1.0", .rules_digest = "rules-1", .derivations = false, .ingested_at = "2025-06-17T12:00:00Z"};
}

ExtractedDocument document(std::string source, std::string text, bool derivations) {
  ExtractedDocument extracted;
  extracted.document.source = std::move(source);
  extracted.document.text = std::move(text);
  extracted.extraction = Extract(extracted.document.text, derivations).run();
  return extracted;
}

std::vector<ExtractedDocument> corpus(std::size_t count) {
  std::vector<ExtractedDocument> documents;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = "Harbour report " + std::to_string(i) + "\n";
    for (std::size_t line = 0; line < 3 + i % 5; ++line) {
      text += "Café no. " + std::to_string(line) + " of the port earned $" + std::to_string(1000 * i + line) + " in " +
              std::to_string(1990 + i % 30) + ".\n";
    }
    documents.push_back(document("port/" + std::to_string(i) + ".txt", std::move(text)));
    documents.back().document.metadata.title = "Harbour report " + std::to_string(i);
  }
  return documents;
}

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "attest-store-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) ADD_FAILURE() << "no folder for the test";
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Store open(const std::string& path, OpenMode mode) {
  auto store = Store::open(path, mode);
  if (!store) throw std::runtime_error(store.error().to_string());
  return std::move(*store);
}

std::vector<AddedDocument> add(Store& store, const std::vector<ExtractedDocument>& batch, const Provenance& made_with) {
  auto added = store.add(batch, made_with);
  if (!added) throw std::runtime_error(added.error().to_string());
  return std::move(*added);
}

std::vector<std::string> rows(const Store& store, std::string_view sql) {
  std::vector<std::string> lines;
  QuerySink sink;
  sink.row = [&](std::span<const QueryValue> values) {
    std::string line;
    for (const QueryValue& value : values) line += (line.empty() && &value == values.data() ? "" : "|") + shown(value);
    lines.push_back(std::move(line));
    return true;
  };
  if (auto done = run_query(store, sql, {}, sink); !done) lines.push_back("error: " + done.error().what);
  return lines;
}

std::vector<std::string> dump(const Store& store) {
  std::vector<std::string> all;
  for (const char* sql : {"SELECT document_id, uri, title, publisher, author, published, published_basis, language, media_type, sha256,"
                          " version, is_current, text FROM documents",
                          "SELECT * FROM sentences", "SELECT * FROM mentions", "SELECT * FROM figures", "SELECT * FROM dates",
                          "SELECT * FROM names", "SELECT * FROM agreements", "SELECT * FROM derivations",
                          "SELECT document_id FROM document_matches WHERE query MATCH 'port' ORDER BY document_id",
                          "SELECT document_id, char_start, sentence FROM sentence_matches WHERE query MATCH 'cafe' ORDER BY 1, 2"}) {
    for (std::string& line : rows(store, sql)) all.push_back(std::move(line));
  }
  return all;
}

void tamper(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  const std::string all = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;" + sql;
  char* message = nullptr;
  EXPECT_EQ(sqlite3_exec(database, all.c_str(), nullptr, nullptr, &message), SQLITE_OK) << (message == nullptr ? "" : message);
  sqlite3_free(message);
  sqlite3_close(database);
}

}  // namespace attest::sample
