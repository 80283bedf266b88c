#include "fact/agreement/name.h"

#include <algorithm>
#include <string_view>

namespace attest::agreement {

std::uint32_t bracket_end(const AgreementText& text, std::uint32_t token, std::uint32_t limit) {
  std::uint32_t end = token + 1;
  while (end < limit && text.word(end) != ">") ++end;
  return end < limit ? end : token + 1;
}

TokenRange unknown_name(const AgreementText& text, std::uint32_t token, std::uint32_t limit, bool linked) {
  if (text.word(token) == "<") return {token + 1, bracket_end(text, token, limit)};
  std::uint32_t end = token;
  const auto names = [&](std::uint32_t i) {
    return i < limit && text.is_capitalised(i) && text.token(i).kind != TokenKind::kNumber && text.function_class(i).empty() &&
           text.cues_within({i, i + 1}).empty() && !text.token(i).has(token_flag::kFirstInSentence);
  };
  while (names(end) || (end > token && end < limit && text.word(end) == "-" && names(end + 1))) ++end;  // "Halvard-Moss"
  if (text.names().date_ending_at(end) != nullptr) return {};                                           // "by Friday"
  const bool symbol = token > 0 && text.word(token - 1) == "(";                                         // "Norvale Inc (NVL.N)"
  const bool acronym = !symbol && end == token + 1 && text.token(token).has(token_flag::kAllCaps) && text.word(token).size() >= 3 &&
                       text.token(token).kind == TokenKind::kWord &&
                       text.word(token).find('.') == std::string_view::npos &&  // "Ludlow County, N.J."
                       !text.at(AgreementList::kTradeAcronym, token, end);      // "supply LNG"
  return end >= token + 2 || acronym || (end > token && linked) ? TokenRange{token, end} : TokenRange{};
}

TokenRange described_name(const AgreementText& text, const PartyCue& cue, std::uint32_t limit) {
  constexpr std::uint32_t kLongest = 9;
  if (cue.kind != PartyCue::Kind::kDemonym) return {};
  for (std::uint32_t i = cue.tokens.end; i < std::min(limit, cue.tokens.end + kLongest); ++i) {
    if (text.token(i).kind == TokenKind::kPunctuation && text.word(i) != "-") return {};
    if (!text.is_capitalised(i)) continue;
    return text.ending_at(AgreementList::kOrganisationKind, i, cue.tokens.end) ? unknown_name(text, i, limit, true) : TokenRange{};
  }
  return {};
}

bool is_symbol(const AgreementText& text, TokenRange name) {
  if (name.begin == 0 || text.word(name.begin - 1) != "<") return false;
  const bool one_word = name.end <= name.begin + 1 && (name.end == name.begin || text.token(name.begin).has(token_flag::kAllCaps));
  return one_word || (name.end == name.begin + 3 && text.word(name.begin + 1) == ".") || !text.cues_within(name).empty();
}

bool is_ordinary(const AgreementText& text, TokenRange name) {
  for (std::uint32_t token = name.begin; token < name.end; ++token) {
    if (!text.at(AgreementList::kOrdinaryWord, token, token + 1) && !text.at(AgreementList::kMonth, token, token + 1) &&
        !text.at(AgreementList::kLegalForm, token, token + 1))
      return false;
  }
  return true;
}

bool is_town(const AgreementText& text, TokenRange name) {
  if (name.end + 1 >= text.size() || text.word(name.end) != ",") return false;
  const auto next = text.cues_within({name.end + 1, name.end + 2});
  return !next.empty() && next.front().kind == PartyCue::Kind::kArea;
}

}  // namespace attest::agreement
