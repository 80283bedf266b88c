#include "fact/bare_currency.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"

namespace attest {
namespace {

constexpr std::size_t kCodeLength = 3;              // ISO 4217
constexpr std::string_view kWorldMoney = "dollar";  // means the United States' nearly everywhere

std::string_view without_plural(std::string_view word) {
  return word.size() > kCodeLength && word.ends_with("s") ? word.substr(0, word.size() - 1) : word;
}

}  // namespace

BareCurrencies::BareCurrencies(const CompiledRules& rules) {
  const auto list = rules.gazetteer.list_named("currency_name");
  const auto iso = list ? rules.gazetteer.column(*list, "iso") : std::nullopt;
  if (!iso) return;
  for (const std::uint32_t index : rules.gazetteer.entries_of(*list)) {
    const Gazetteer::Entry& entry = rules.gazetteer.entry(index);
    const std::string name = ascii_lowered(entry.surface);
    const std::size_t space = name.rfind(' ');
    const std::string_view word = without_plural(std::string_view(name).substr(space == std::string::npos ? 0 : space + 1));
    if (word == kWorldMoney) continue;
    Family& family = families_[std::string(word)];
    (space == std::string::npos ? family.usual : family.currencies.emplace_back()) = entry.cell_text[*iso];
  }
  std::erase_if(families_, [](const auto& family) { return family.second.usual.empty() || family.second.currencies.empty(); });
  read_signs(rules);
}

// "Rs 5 million" is as open as "5 million rupees".
void BareCurrencies::read_signs(const CompiledRules& rules) {
  const auto list = rules.gazetteer.list_named("currency_sign");
  const auto iso = list ? rules.gazetteer.column(*list, "iso") : std::nullopt;
  if (!iso) return;
  for (const std::uint32_t index : rules.gazetteer.entries_of(*list)) {
    const Gazetteer::Entry& entry = rules.gazetteer.entry(index);
    const std::string sign = ascii_lowered(entry.surface);
    if (sign.size() >= kCodeLength || !std::all_of(sign.begin(), sign.end(), is_ascii_letter)) continue;
    const auto family = std::find_if(families_.begin(), families_.end(),
                                     [&](const auto& one) { return one.second.usual == entry.cell_text[*iso] && one.first[0] == sign[0]; });
    if (family != families_.end()) families_.try_emplace(sign, family->second);
  }
}

BareCurrencies::Named BareCurrencies::named_in(std::string_view passage) const {
  for (std::size_t end = passage.size(); end > 0;) {
    while (end > 0 && !is_ascii_letter(passage[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && is_ascii_letter(passage[begin - 1])) --begin;
    const std::string word = ascii_lowered(passage.substr(begin, end - begin));
    if (const auto found = families_.find(without_plural(word)); found != families_.end()) {
      std::size_t before = begin;
      while (before > 0 && passage[before - 1] == ' ') --before;
      while (before > 0 && is_ascii_letter(passage[before - 1])) --before;
      const bool capital = before < begin && passage[before] >= 'A' && passage[before] <= 'Z';
      return {found->first, &found->second, capital};
    }
    end = begin;
  }
  return {};
}

// The currency of the first of these countries that has one by this name, or that the name alone stands for.
std::vector<std::string>::const_iterator BareCurrencies::own_of(const std::vector<std::string>& all, std::string_view usual,
                                                                std::initializer_list<std::string_view> countries) {
  for (const std::string_view country : countries) {
    if (country.empty()) continue;
    if (usual.starts_with(country)) return all.end();
    const auto own = std::find_if(all.begin(), all.end(), [&](const std::string& iso) { return iso.starts_with(country); });
    if (own != all.end()) return own;
  }
  return all.end();
}

void BareCurrencies::settle(std::string_view text, std::initializer_list<std::string_view> countries, std::span<Mention> mentions) const {
  std::map<std::string_view, std::string> said;
  for (Mention& mention : mentions) {
    auto* const figure = std::get_if<Figure>(&mention.content);
    if (figure == nullptr || figure->unit.size() < kCodeLength) continue;
    if (figure->quantity != Quantity::kMoney && figure->unit.find('/') != kCodeLength) continue;
    const Named named = named_in(mention.bytes.of(text));
    if (named.family == nullptr) continue;
    const std::string_view code = std::string_view(figure->unit).substr(0, kCodeLength);
    if (named.in_full || code != named.family->usual) {
      said[named.word] = code;
      continue;
    }
    const auto& all = named.family->currencies;
    const auto own = own_of(all, named.family->usual, countries);
    const auto full = said.find(named.word);
    if (full != said.end()) {
      figure->unit.replace(0, kCodeLength, full->second);
    } else if (own != all.end()) {
      figure->unit.replace(0, kCodeLength, *own);
    }
  }
}

}  // namespace attest
