#include "fact/agreement/agreement_builder.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ascii.h"
#include "fact/agreement/evidence.h"
#include "fact/derivation.h"
#include "fact/within.h"
#include "record/names.h"

namespace attest {
namespace {

Span bytes_of(const TokenView& view, TokenRange range) noexcept { return {view.tokens[range.begin].begin, view.tokens[range.end - 1].end}; }

/// "MoU", "FTA": a second capital.
bool is_acronym(std::string_view word) noexcept {
  return word.size() > 1 && std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "- Protocol between": behind the mark of a line.
bool opens_line(const TokenView& view, std::uint32_t token) {
  constexpr std::array<std::string_view, 7> kMarks = {"-", "–", "—", "•", "·", "*", ")"};
  if (token == 0) return true;
  const Token& before = view.tokens[token - 1];
  const bool numbered = token > 1 && view.word(token - 1) == "." && view.tokens[token - 2].kind == TokenKind::kNumber &&
                        view.tokens[token - 2].has(token_flag::kFirstInSentence);
  if (numbered) return true;
  return is_one_of(view.word(token - 1), kMarks) && (before.has(token_flag::kFirstInSentence) || view.word(token - 1) != "-");
}

/// "The deal is the largest contract": what the agreement before it is.
bool is_predicate(const TokenView& view, const AgreementPhrase& phrase) {
  constexpr std::array<std::string_view, 3> kCopulas = {"is", "was", "marks"};
  return phrase.determination == Determination::kDefinite && phrase.title.empty() && phrase.outer > 0 &&
         is_one_of(view.word(phrase.outer - 1), kCopulas);
}

/// "The deal is the largest", "They signed a contract. It is the largest": that agreement is what the phrase is told of.
bool is_subject(const TokenView& view, const AgreementPhrase& phrase, const AgreementThread& thread) {
  if (thread.last_sentence == phrase.sentence) return true;
  constexpr std::array<std::string_view, 2> kPronouns = {"it", "this"};
  constexpr std::uint32_t kCopula = 1;
  const bool adjoins = thread.last_sentence + 1 == phrase.sentence && phrase.outer > kCopula && !thread.many && !phrase.many;
  return adjoins && is_one_of(view.word(phrase.outer - kCopula - 1), kPronouns);
}

/// "The contract follows the agreement signed in May": not the one that follows it.
bool comes_after_another(const TokenView& view, const AgreementPhrase& phrase) {
  constexpr std::array<std::string_view, 4> kFollowing = {"follows", "replaces", "supersedes", "supplements"};
  return phrase.outer > 0 && phrase.weight != AgreementWeight::kNamed && is_one_of(view.word(phrase.outer - 1), kFollowing);
}

/// "the present accord", "its current contract".
bool holds_now(const TokenView& view, const AgreementPhrase& phrase) {
  constexpr std::array<std::string_view, 3> kNow = {"present", "current", "existing"};
  for (std::uint32_t i = phrase.outer; i < phrase.head.begin; ++i) {
    if (is_one_of(view.word(i), kNow)) return true;
  }
  return false;
}

/// "They signed a trade accord. They discuss an accord on fish": another one.
bool is_yet_to_come(const AgreementPhrase& phrase, const AgreementEvent& event, const AgreementThread& thread) {
  const bool ahead = event.status == AgreementStatus::kNegotiating || event.status == AgreementStatus::kPlanned;
  const bool done = thread.agreement.status == AgreementStatus::kSigned || thread.agreement.status == AgreementStatus::kRatified ||
                    thread.agreement.status == AgreementStatus::kInForce;
  return phrase.determination == Determination::kIndefinite && phrase.title.empty() && event.found() && ahead && done;
}

/// "They signed an accord on fish. They signed an accord on ports.": two.
bool is_on_another_subject(const AgreementPhrase& phrase, const Agreement& agreement, const AgreementThread& thread) {
  if (phrase.determination != Determination::kIndefinite || phrase.in_brackets || !phrase.title.empty()) return false;
  if (!thread.agreement.title.empty() && thread.agreement.kind == phrase.kind)
    return true;  // "signed the Declaration of Ludlow and a declaration"
  const std::vector<std::string> ours = words_of(agreement.subject);
  const std::vector<std::string> theirs = words_of(thread.agreement.subject);
  return !ours.empty() && !theirs.empty() && std::none_of(ours.begin(), ours.end(), [&](const std::string& word) {
    return word != "cooperation" && std::find(theirs.begin(), theirs.end(), word) != theirs.end();
  });
}

}  // namespace

AgreementBuilder::AgreementBuilder(const CompiledRules& rules)
    : rules_(&rules),
      phrases_(rules),
      events_(rules),
      parties_(rules),
      leaders_(rules),
      details_(rules),
      outlook_(rules, "agreement_outlook"),
      refusals_(rules, "deal_refusal"),
      regions_(rules),
      ordinary_words_(rules, "ordinary_word"),
      futures_words_(rules, "futures_word"),
      deal_modifiers_(rules, "deal_modifier"),
      sayings_(rules, "saying_verb") {}

/// The sentence, as far from the phrase as what belongs to it may stand: text without full stops is one long sentence.
TokenRange AgreementBuilder::around(const AgreementPhrase& phrase, TokenRange sentence) {
  constexpr std::uint32_t kReach = 200;  // tokens; sentences of the news have 25 on average
  const std::uint32_t farthest = phrase.outer > kReach ? phrase.outer - kReach : 0;
  return {std::max(sentence.begin, farthest), std::min(sentence.end, phrase.tokens.end + kReach)};
}

void AgreementBuilder::hear_until(const Chart& chart, std::uint32_t sentence) {
  for (; heard_ < sentence; ++heard_) {
    const TokenRange tokens = chart.text().sentences[heard_].tokens;
    parties_.hear(tokens);
    const bool leads_in = tokens.begin < tokens.end && chart.view().word(tokens.end - 1) == ":";
    if (leads_in) told_before_list_ = parties_.memory().countries_told();
  }
}

/// "signed the Treaty on Fishing, the Protocol on Ports and the Charter of Ludlow": what is done with the first is done with all.
void AgreementBuilder::go_on_row(const TokenView& view, std::uint32_t index, Reading& reading) const {
  constexpr std::uint32_t kLongestJoint = 3;  // ", as well as"
  constexpr std::array<std::string_view, 6> kJoints = {",", "and", "as", "well", "also", "the"};
  const AgreementPhrase& phrase = phrases_.all()[index];
  const TokenRange previous = phrase.previous;
  if (index == 0 || previous.begin == previous.end || phrase.weight != AgreementWeight::kNamed) return;
  if (phrase.outer <= previous.end || phrase.outer > previous.end + kLongestJoint) return;
  for (std::uint32_t i = previous.end; i < phrase.outer; ++i) {
    if (!is_one_of(view.word(i), kJoints)) return;
  }
  const Reading& before = readings_[index - 1];
  if (!before.event.found() || !before.event.before) return;
  reading.event = before.event;
  if (reading.parties.parties.empty()) reading.parties.add_all(before.parties.parties);
}

AgreementBuilder::Reading AgreementBuilder::read(const Chart& chart, std::uint32_t index, std::span<const Mention> mentions) {
  const AgreementPhrase& phrase = phrases_.all()[index];
  const TokenRange sentence = around(phrase, chart.text().sentences[phrase.sentence].tokens);
  const TokenView& view = chart.view();
  Reading reading;
  reading.event = events_.find(view, phrase, sentence, places_);
  const std::uint32_t clause = events_.clause_begin(view, reading.event.found() ? reading.event.verb.begin : phrase.outer, sentence.begin);
  reading.parties = parties_.find(phrase, reading.event, sentence, clause);
  if (!reading.event.found()) go_on_row(view, index, reading);
  if (!reading.event.found()) read_lead_in(chart, phrase, reading);
  Agreement& agreement = reading.agreement;
  agreement.kind = phrase.kind;
  agreement.title = phrase.title;
  agreement.count = phrase.count;
  agreement.status = reading.event.status;
  const bool under = !reading.event.found() && phrase.outer > sentence.begin &&
                     (view.word(phrase.outer - 1) == "under" || view.word(phrase.outer - 1) == "Under");
  if (under) agreement.status = AgreementStatus::kInForce;
  agreement.parties = reading.parties.parties;
  details_.find(view, phrase, reading.event, sentence, mentions_in(mentions, bytes_of(view, sentence)), agreement);
  return reading;
}

/// Whether the document tells of futures: their contracts are no agreements. Read once, where it matters.
bool AgreementBuilder::speaks_of_futures(const Chart& chart) {
  if (futures_) return *futures_;
  const TokenView& view = chart.view();
  const auto end = static_cast<std::uint32_t>(view.tokens.size());
  std::uint32_t token = 0;
  while (token < end && !futures_words_.at(view, token, end)) ++token;
  futures_ = token < end;
  return *futures_;
}

bool AgreementBuilder::has_proper_name(const TokenView& view, const AgreementPhrase& phrase) const {
  for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
    if (view.tokens[i].has(token_flag::kCapitalised) && !ordinary_words_.at(view, i, phrase.tokens.end)) return true;
  }
  return false;
}

/// "agreed to buy Ludlow for $5 million": the first sum of money that is no price of a share.
void AgreementBuilder::take_price(const TokenView& view, TokenRange sentence, std::span<const Mention> mentions, Agreement& agreement) {
  constexpr double kLeast = 1e6;
  for (const Mention& mention : mentions_in(mentions, bytes_of(view, sentence))) {
    const Figure* figure = mention.figure();
    if (figure == nullptr || figure->quantity != Quantity::kMoney || !figure->value || figure->value->to_double() < kLeast) continue;
    agreement.value = figure->value;
    agreement.value_unit = figure->unit;
    return;
  }
}

/// "the deal", "the $5 million deal", "the loan agreement": nothing in the phrase tells it from a deal just told.
bool AgreementBuilder::says_no_more(const TokenView& view, const AgreementPhrase& phrase) const {
  std::uint32_t begin = phrase.tokens.begin;
  if (phrase.money != nullptr) begin = std::max(begin, tokens_of(view, phrase.money->bytes).end);
  if (places_.date_ending_at(phrase.head.begin) != nullptr) return true;  // "the February 10 agreement"
  while (begin < phrase.head.begin) {
    const bool joins = view.word(begin) == "-" || view.word(begin) == "/";
    if (!joins && !deal_modifiers_.at(view, begin, phrase.head.begin)) return false;
    ++begin;
  }
  return true;
}

/// "The agreements include a treaty on fishing and an accord on ports": one of those that the sentence has just told.
bool AgreementBuilder::is_one_of_group(const TokenView& view, const AgreementPhrase& phrase, const Reading& reading) const {
  constexpr std::array<std::string_view, 4> kIncluding = {"include", "included", "includes", "are"};
  const bool firm = phrase.determination == Determination::kIndefinite && phrase.weight == AgreementWeight::kFirm;
  const bool counted = phrase.many && phrase.count && phrase.determination == Determination::kBare;  // "include six accords"
  const bool one = counted || (!phrase.many && (firm || phrase.weight == AgreementWeight::kNamed));
  const bool told = reading.event.found() && !reading.parties.parties.empty();  // "the accords signed include a pact": no party of its own
  if (!one || told || reading.parties.stated) return false;
  if (!group_ || group_->sentence != phrase.sentence || phrase.outer <= group_->end) return false;
  for (std::uint32_t i = group_->end; i < phrase.outer; ++i) {
    if (is_one_of(view.word(i), kIncluding)) return true;
  }
  return false;
}

/// "signed 24 agreements … Key agreements include": those that were told a few sentences before.
void AgreementBuilder::recall_group(const AgreementPhrase& phrase) {
  constexpr std::uint32_t kReach = 5;
  const bool means_them = phrase.many && !phrase.count && phrase.determination != Determination::kNegative;
  if (!means_them || !group_ || group_->agreement.parties.size() < 2 || phrase.sentence > group_->sentence + kReach) return;
  group_->sentence = phrase.sentence;
  group_->end = phrase.tokens.end;
}

/// The parties and the status of the group that it belongs to.
void AgreementBuilder::take_from_group(Agreement& agreement) const {
  agreement.parties = group_->agreement.parties;
  agreement.status = group_->agreement.status;
  agreement.signed_start = group_->agreement.signed_start;
  agreement.signed_end = group_->agreement.signed_end;
}

/// "Norvale agreed to buy Ludlow. The agreement with Ludlow …": a side of the deal just told has the other one beside it.
void AgreementBuilder::take_other_side(const AgreementPhrase& phrase, Agreement& agreement) const {
  if (phrase.determination != Determination::kDefinite || phrase.many || agreement.parties.size() != 1) return;
  const auto sides = parties_.memory().deal_before(phrase.tokens.begin);
  if (std::find(sides.begin(), sides.end(), agreement.parties.front()) == sides.end()) return;
  agreement.parties.assign(sides.begin(), sides.end());
}

/// "Norvale agreed to buy Ludlow. The deal …": takes over who agreed.
bool AgreementBuilder::means_deal_before(const TokenView& view, const AgreementPhrase& phrase, std::span<const Mention> mentions,
                                         Reading& reading) const {
  const bool general = phrase.kind == AgreementKind::kDeal || phrase.kind == AgreementKind::kAgreement;
  if (phrase.determination != Determination::kDefinite || !general || phrase.many || !says_no_more(view, phrase)) return false;
  const auto sides = parties_.memory().deal_before(phrase.tokens.begin);
  if (sides.empty() || reading.parties.inside > 0) return false;
  reading.agreement.parties.assign(sides.begin(), sides.end());
  if (!reading.agreement.value) take_price(view, parties_.memory().deal.sentence, mentions, reading.agreement);
  reading.agreement.status = parties_.memory().deal.announced ? AgreementStatus::kAnnounced : AgreementStatus::kSigned;
  return true;
}

/// A headline's "17 agreements", of which only a later sentence says that they were signed.
void AgreementBuilder::recall_waiting(const AgreementPhrase& phrase, AgreementThread& thread) const {
  if (!phrase.many || !phrase.count) return;
  for (const std::uint32_t index : waiting_) {
    const AgreementPhrase& earlier = phrases_.all()[index];
    if (earlier.kind == phrase.kind && earlier.count == phrase.count) thread.phrases.push_back(index);
  }
}

// "Accords" alone, with a capital in mid-sentence, and "its popular Accord" are names of something else.
bool AgreementBuilder::names_another_thing(const TokenView& view, const AgreementPhrase& phrase) {
  if (!phrase.title.empty()) return false;
  const Token& first = view.tokens[phrase.tokens.begin];
  const bool bare = phrase.determination == Determination::kBare && phrase.tokens.end == phrase.tokens.begin + 1;
  const bool opens = first.has(token_flag::kFirstInSentence) || opens_line(view, phrase.tokens.begin);
  if (bare && !phrase.in_brackets && first.has(token_flag::kCapitalised) && !opens) return !is_acronym(view.word(phrase.tokens.begin));
  if (phrase.tokens.begin >= phrase.head.begin || phrase.kind != AgreementKind::kAgreement) return false;
  const Token& head = view.tokens[phrase.head.begin];
  const Token& before = view.tokens[phrase.head.begin - 1];
  return head.has(token_flag::kCapitalised) && !head.has(token_flag::kAllCaps) && !before.has(token_flag::kCapitalised) &&
         before.kind == TokenKind::kWord;
}

// A new agreement, where enough speaks for one; null where none begins.
AgreementThread* AgreementBuilder::begin_thread(const TokenView& view, std::uint32_t index, std::span<const Mention> mentions,
                                                Reading& reading) {
  const AgreementPhrase& phrase = phrases_.all()[index];
  // "refused to sign an agreement … The agreement would": what did not come about is not spoken of as an agreement, either.
  constexpr std::uint32_t kReach = 3;
  if (reading.event.failed) denied_ = phrase.sentence;
  if (phrase.determination == Determination::kDefinite && denied_ && phrase.sentence <= *denied_ + kReach) return nullptr;
  const bool one_of_them = is_one_of_group(view, phrase, reading);
  if (one_of_them) take_from_group(reading.agreement);
  const bool stands = one_of_them || stands_for_agreement(phrase, reading.event, reading.parties, reading.agreement.value.has_value());
  // "The deal …", "Under the May 3 agreement": what was told before, where nothing is told of it here
  const bool is_told = (!stands || reading.agreement.parties.empty()) && means_deal_before(view, phrase, mentions, reading);
  if (!stands && !is_told) {
    if (phrase.many && phrase.count) waiting_.push_back(index);
    return nullptr;
  }
  take_other_side(phrase, reading.agreement);
  if (!reading.event.found() && !is_told && holds_now(view, phrase)) reading.agreement.status = AgreementStatus::kInForce;
  AgreementThread& thread = threads_.open();
  recall_waiting(phrase, thread);
  thread.agreement = reading.agreement;
  thread.many = phrase.many;
  const bool known = phrase.determination == Determination::kDefinite || phrase.weight == AgreementWeight::kNamed;
  thread.in_passing = known && !reading.event.found();
  return &thread;
}

// A later mention tells who signed where it says so, and not whoever else stands in its sentence.
void AgreementBuilder::go_on(AgreementThread& thread, Reading& reading) {
  const bool is_signed = reading.event.status == AgreementStatus::kSigned;
  // A headline that names one of those who signed: the sentence below names both.
  const std::vector<std::string>& known = thread.agreement.parties;
  const std::vector<std::string>& told = reading.agreement.parties;
  const bool completes =
      is_signed && known.size() == 1 && told.size() == 2 && std::find(told.begin(), told.end(), known.front()) != told.end();
  const bool tells = reading.parties.stated || (is_signed && !thread.named) || completes;
  if (!tells) reading.agreement.parties.clear();
  const bool looks_ahead = reading.event.status == AgreementStatus::kPlanned || reading.event.status == AgreementStatus::kNegotiating;
  // "signed a pact … On Monday it suspended the pact"
  const bool ends = reading.event.status == AgreementStatus::kTerminated || reading.event.status == AgreementStatus::kSuspended;
  if (ends && reading.event.found() && !reading.event.failed && !reading.event.is_noun) thread.agreement.status = reading.event.status;
  if (thread.in_passing && looks_ahead) reading.agreement.status = AgreementStatus::kUnknown;
  complete(thread.agreement, reading.agreement);
}

/// Joins the phrase to the agreement that it means, or begins a new one where enough speaks for it.
void AgreementBuilder::place(const Chart& chart, std::uint32_t index, std::span<const Mention> mentions, Reading reading) {
  const AgreementPhrase& phrase = phrases_.all()[index];
  const TokenView& view = chart.view();
  const std::uint32_t sentence_end = chart.text().sentences[phrase.sentence].tokens.end;
  const bool unsigned_contract = phrase.kind == AgreementKind::kContract && reading.event.status != AgreementStatus::kSigned;
  const bool speaks =
      phrase.kind == AgreementKind::kStatement && sayings_.at(view, phrase.tokens.end, sentence_end);  // "a joint statement said"
  const bool papers = phrase.weight == AgreementWeight::kDocument && !reading.event.found();           // any papers
  if (papers) recall_group(phrase);
  if (speaks || papers || names_another_thing(view, phrase) || is_trading_volume(phrase) || (unsigned_contract && speaks_of_futures(chart)))
    return;
  std::vector<std::string> before;
  if (phrase.tokens.begin < phrase.head.begin) before = words_of(view.passage({phrase.tokens.begin, phrase.head.begin}));
  const std::vector<std::string> nouns = words_of(view.word(phrase.head.end - 1));
  const std::string noun = nouns.empty() ? std::string() : nouns.back();
  const bool predicate = is_predicate(view, phrase) && !threads_.empty() && is_subject(view, phrase, threads_.last());
  if (predicate) reading.parties = {};
  AgreementThread* thread = predicate                                          ? &threads_.last()
                            : phrase.determination == Determination::kNegative ? nullptr
                            : comes_after_another(view, phrase)                ? nullptr
                                                                               : threads_.antecedent(phrase, before, noun, reading.parties);
  const bool item = reading.is_item && phrase.weight != AgreementWeight::kNamed && !phrase.in_brackets;  // each another one
  if (thread != nullptr &&
      (item || is_yet_to_come(phrase, reading.event, *thread) || is_on_another_subject(phrase, reading.agreement, *thread)))
    thread = nullptr;
  if (thread != nullptr) {
    go_on(*thread, reading);
  } else if (thread = begin_thread(view, index, mentions, reading); thread == nullptr) {
    return recall_group(phrase);
  }
  for (std::string& word : before) thread->words.push_back(std::move(word));
  if (phrase.weight == AgreementWeight::kNamed) {
    if (!thread->named) thread->title_words = words_of(phrase.title);
    thread->named = true;
    thread->proper = thread->proper || has_proper_name(view, phrase);
  }
  if (phrase.many && !is_one_of_group(view, phrase, reading)) group_ = Group{phrase.sentence, phrase.tokens.end, thread->agreement};
  thread->phrases.push_back(index);
  thread->last_end = phrase.tokens.end;
  thread->last_sentence = phrase.sentence;
  thread->nouns.push_back(noun);
  parties_.note_sides(thread->agreement.parties);
  readings_[index] = std::move(reading);
}

/// Where nothing says what became of it, the way says in which the text first speaks of it, or calls it by its title.
void AgreementBuilder::settle_status(const TokenView& view, AgreementThread& thread) const {
  AgreementStatus& status = thread.agreement.status;
  for (const std::uint32_t index : thread.phrases) {
    const AgreementPhrase& phrase = phrases_.all()[index];
    constexpr std::uint32_t kReach = 4;  // tokens: "voted down the"
    const bool refused = refusals_.ending_at(view, phrase.outer, phrase.outer - std::min(phrase.outer, kReach)).has_value();
    if (status != AgreementStatus::kUnknown || refused) return;
    if (index == thread.phrases.front() || phrase.weight == AgreementWeight::kNamed) status = presupposed_status(view, phrase, outlook_);
  }
}

/// "five Central Asian countries: Kazakhstan, …": a region whose members are told is no party beside them.
void AgreementBuilder::drop_named_regions(std::vector<std::string>& parties) const {
  constexpr auto kFewest = 3;
  std::vector<std::string> kept;
  std::copy_if(parties.begin(), parties.end(), std::back_inserter(kept), [&](const std::string& party) {
    return std::count_if(parties.begin(), parties.end(), [&](const std::string& other) { return regions_.holds(party, other); }) < kFewest;
  });
  parties = std::move(kept);
}

Mention AgreementBuilder::mention_of(const Chart& chart, const AgreementPhrase& phrase, const AgreementThread& thread,
                                     bool derivations) const {
  const AnalysedText& text = chart.text();
  const Annotation& annotation = chart.annotation(phrase.annotation);
  Mention mention;
  mention.bytes = bytes_of(chart.view(), phrase.tokens);
  mention.chars = text.code_points.to_code_points(mention.bytes);
  mention.sentence_chars = text.code_points.to_code_points(text.sentences[phrase.sentence].bytes);
  mention.rule = rules_->rules[annotation.rule].name;
  mention.content = thread.agreement;
  if (!derivations) return mention;
  mention.derivation = derivation_of(*rules_, chart, annotation);
  const Reading& reading = readings_[static_cast<std::size_t>(&phrase - phrases_.all().data())];
  if (reading.event.found()) {
    mention.derivation.push_back(
        {1, "agreement.event", "status", bytes_of(chart.view(), reading.event.verb), std::string(name_of(reading.event.status))});
  }
  if (!reading.parties.parties.empty() && reading.parties.bytes.begin < reading.parties.bytes.end) {
    std::string parties;
    for (const std::string& party : reading.parties.parties) parties += (parties.empty() ? "" : ", ") + party;
    mention.derivation.push_back({1, "agreement.parties", "parties", reading.parties.bytes, parties});
  }
  const AgreementPhrase& first = phrases_.all()[thread.phrases.front()];
  if (&first != &phrase)
    mention.derivation.push_back({1, "agreement.join", "first mention", bytes_of(chart.view(), first.tokens), thread.agreement.id});
  return mention;
}

void AgreementBuilder::build(const Chart& chart, const PartyCues& cues, bool derivations, std::vector<Mention>& mentions) {
  phrases_.read(chart, mentions);
  if (phrases_.all().empty()) return;
  threads_.reset();
  futures_.reset();
  denied_.reset();
  group_.reset();
  lead_in_.reset();
  told_before_list_.clear();
  waiting_.clear();
  places_.read(chart.view(), mentions);
  leaders_.read(chart.view(), mentions, places_, cues);
  parties_.begin(chart.view(), cues, places_, leaders_);
  heard_ = 0;
  readings_.assign(phrases_.all().size(), {});
  for (std::uint32_t i = 0; i < phrases_.all().size(); ++i) {
    const AgreementPhrase& phrase = phrases_.all()[i];
    hear_until(chart, phrase.sentence);
    place(chart, i, mentions, read(chart, i, mentions));
  }
  const auto middle = static_cast<std::ptrdiff_t>(mentions.size());
  std::optional<std::uint32_t> last_sentence;
  for (AgreementThread& thread : threads_.all()) {
    drop_short_names(thread.agreement.parties);
    drop_named_regions(thread.agreement.parties);
    std::sort(thread.agreement.parties.begin(), thread.agreement.parties.end());
    const AgreementPhrase& first = phrases_.all()[thread.phrases.front()];
    settle_status(chart.view(), thread);
    TokenRange passage = around(first, chart.text().sentences[first.sentence].tokens);
    if (first.sentence == last_sentence) passage.begin = first.tokens.begin;  // two in one sentence
    last_sentence = first.sentence;
    thread.agreement.id = agreement_id(thread, chart.view().passage(passage));
    for (const std::uint32_t index : thread.phrases) mentions.push_back(mention_of(chart, phrases_.all()[index], thread, derivations));
  }
  const auto by_position = [](const Mention& a, const Mention& b) { return a.bytes < b.bytes; };
  std::sort(mentions.begin() + middle, mentions.end(), by_position);
  std::inplace_merge(mentions.begin(), mentions.begin() + middle, mentions.end(), by_position);
}

}  // namespace attest
