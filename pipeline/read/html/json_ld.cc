#include "read/html/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <utility>

namespace attest::html {
namespace {

namespace dom = simdjson::dom;

std::string_view string_in(const dom::element& element) {
  std::string_view text;
  return element.get_string().get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::string_view string_at(const dom::object& object, std::string_view key) {
  dom::element value;
  return object.at_key(key).get(value) == simdjson::SUCCESS ? string_in(value) : std::string_view();
}

enum class Rank { kNone, kPage, kArticle };

Rank rank_of_type(std::string_view type) noexcept {
  const bool article = type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type.ends_with("Review");
  if (article && type != "JobPosting") return Rank::kArticle;
  return type == "WebPage" || type == "ItemPage" ? Rank::kPage : Rank::kNone;
}

Rank rank_of(const dom::object& object) {
  dom::element type;
  if (object.at_key("@type").get(type) != simdjson::SUCCESS) return Rank::kNone;
  dom::array types;
  if (type.get_array().get(types) != simdjson::SUCCESS) return rank_of_type(string_in(type));
  Rank best = Rank::kNone;
  for (const dom::element one : types) best = std::max(best, rank_of_type(string_in(one)));
  return best;
}

void take(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

// Script contents may be wrapped in comments or CDATA, and have line breaks inside strings.
std::string cleaned(std::string_view script) {
  constexpr std::string_view kCDataBegin = "<![CDATA[";
  if (const std::size_t at = script.find(kCDataBegin); at < script.find('{')) script.remove_prefix(at + kCDataBegin.size());
  if (const std::size_t at = script.rfind("]]>"); at != std::string_view::npos) script = script.substr(0, at);
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string json(script.substr(begin, end + 1 - begin));
  std::replace_if(
      json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return json;
}

class LinkedDataReader {
 public:
  void read(std::string_view script) {
    const std::string json = cleaned(script);
    dom::element root;
    if (json.empty() || parser_.parse(json).get(root) != simdjson::SUCCESS) return;
    names_.clear();
    visit(root, &LinkedDataReader::note_name);
    visit(root, &LinkedDataReader::note_object);
  }

  LinkedData result() {
    LinkedData& article = found_[Rank::kArticle];
    const LinkedData& page = found_[Rank::kPage];
    for (const auto field : {&LinkedData::published, &LinkedData::modified, &LinkedData::author, &LinkedData::publisher,
                             &LinkedData::language, &LinkedData::url}) {
      take(article.*field, page.*field);
    }
    return std::move(article);
  }

 private:
  using Visitor = void (LinkedDataReader::*)(const dom::object&);

  // The parser bounds the depth.
  void visit(const dom::element& element, Visitor visitor) {
    dom::array array;
    dom::object object;
    if (element.get_array().get(array) == simdjson::SUCCESS) {
      for (const dom::element one : array) visit(one, visitor);
    } else if (element.get_object().get(object) == simdjson::SUCCESS) {
      (this->*visitor)(object);
      for (const auto field : object) visit(field.value, visitor);
    }
  }

  void note_name(const dom::object& object) {
    const std::string_view name = string_at(object, "name");
    if (!name.empty()) names_.emplace(string_at(object, "@id"), name);
  }

  void note_object(const dom::object& object) {
    const Rank rank = rank_of(object);
    if (rank == Rank::kNone || (rank == Rank::kArticle && !found_[rank].headline.empty())) return;
    LinkedData& data = found_[rank];
    take(data.headline, string_at(object, "headline"));
    if (rank == Rank::kArticle) take(data.headline, string_at(object, "name"));
    take(data.published, string_at(object, "datePublished"));
    take(data.published, string_at(object, "dateCreated"));
    take(data.modified, string_at(object, "dateModified"));
    take(data.author, names_at(object, "author"));
    if (rank == Rank::kArticle) take(data.author, names_at(object, "creator"));
    take(data.publisher, names_at(object, "publisher"));
    take(data.language, string_at(object, "inLanguage"));
    take(data.url, string_at(object, "url"));
    take(data.body, string_at(object, "articleBody"));
  }

  // The name of a person or organisation, of several, or of one that is described elsewhere under its id.
  std::string names_at(const dom::object& object, std::string_view key) {
    dom::element value;
    if (object.at_key(key).get(value) != simdjson::SUCCESS) return {};
    std::string names;
    dom::array several;
    if (value.get_array().get(several) != simdjson::SUCCESS) return std::string(name_of(value));
    for (const dom::element one : several) {
      const std::string_view name = name_of(one);
      if (!name.empty()) names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return names;
  }

  std::string_view name_of(const dom::element& value) {
    dom::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS) return string_in(value);
    const std::string_view name = string_at(object, "name");
    if (!name.empty()) return name;
    const auto known = names_.find(string_at(object, "@id"));
    return known != names_.end() ? std::string_view(known->second) : std::string_view();
  }

  dom::parser parser_;
  std::map<std::string_view, std::string> names_;  // by @id; keys live in the parser
  std::map<Rank, LinkedData> found_;
};

}  // namespace

LinkedData read_linked_data(const std::vector<std::string_view>& scripts) {
  LinkedDataReader reader;
  for (const std::string_view script : scripts) reader.read(script);
  return reader.result();
}

}  // namespace attest::html
