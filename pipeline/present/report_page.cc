#include "present/report_page.h"

#include <fmt/core.h>

#include <algorithm>

#include "present/display_text.h"

namespace attest {
namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; --line: #8886; --quiet: #777; --high: #c0392b; --medium: #b9770e; --info: #2e7d5b; --mark: #ffe08a; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1rem; margin: 0 0 .5rem; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0; list-style: none; color: var(--quiet); }
article { border: 1px solid var(--line); border-left: .4rem solid var(--info); border-radius: .3rem; padding: 1rem; margin: 1rem 0; }
article.high { border-left-color: var(--high); } article.medium { border-left-color: var(--medium); }
.kind { color: var(--quiet); font-size: .85rem; text-transform: uppercase; letter-spacing: .05em; }
.arithmetic { font-family: ui-monospace, monospace; font-size: .85rem; overflow-wrap: anywhere; }
blockquote { margin: .75rem 0; padding-left: .75rem; border-left: 2px solid var(--line); }
cite { display: block; color: var(--quiet); font-size: .85rem; font-style: normal; overflow-wrap: anywhere; }
mark { background: var(--mark); color: #000; padding: 0 .15em; }
svg { max-width: 100%; height: auto; } svg text { fill: currentColor; font: 12px system-ui, sans-serif; }
svg .bar { fill: #3b7dd8; } svg .open { fill: #3b7dd880; } svg .axis { stroke: var(--line); }
.judged { color: var(--quiet); font-style: italic; }
)css";

constexpr double kWidth = 720;
constexpr double kLabels = 220;
constexpr double kRow = 22;
constexpr std::size_t kMostDrawn = 12;

/// The smallest and the largest finite end.
struct Scale {
  double low = 0;
  double high = 0;

  [[nodiscard]] double place(double number) const {
    const double share = high > low ? (number - low) / (high - low) : 0.5;
    return kLabels + share * (kWidth - kLabels - 20) + 10;
  }
};

Scale scale_of(const std::vector<const ReportedStatement*>& drawn) {
  std::optional<Scale> scale;
  for (const ReportedStatement* one : drawn) {
    for (const auto& end : {one->low, one->high}) {
      if (!end) continue;
      if (!scale) scale = Scale{*end, *end};
      scale->low = std::min(scale->low, *end);
      scale->high = std::max(scale->high, *end);
    }
  }
  return scale.value_or(Scale{});
}

void append_row(std::string& out, const ReportedStatement& statement, const Scale& scale, double top) {
  constexpr double kLeast = 4;
  const double left = statement.low ? scale.place(*statement.low) : kLabels;
  const double right = statement.high ? scale.place(*statement.high) : kWidth;
  const bool open = !statement.low || !statement.high;
  out += fmt::format("<text x=\"0\" y=\"{:.1f}\">", top + 15);
  append_html(out, cut_to_width(on_one_line(statement.role + " " + statement.quote), 34));
  out += fmt::format("</text><rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"10\" rx=\"2\"/>", open ? "open" : "bar",
                     right - left < kLeast ? (left + right - kLeast) / 2 : left, top + 6, std::max(right - left, kLeast));
}

/// Statements that are drawn: those in the unit that most of them have, the first ones.
std::vector<const ReportedStatement*> drawn_of(const std::vector<ReportedStatement>& statements) {
  std::vector<const ReportedStatement*> best;
  for (const ReportedStatement& first : statements) {
    std::vector<const ReportedStatement*> same;
    for (const ReportedStatement& one : statements) {
      if (one.unit == first.unit && (one.low || one.high) && same.size() < kMostDrawn) same.push_back(&one);
    }
    if (same.size() > best.size()) best = std::move(same);
  }
  return best;
}

void append_statement(std::string& out, const ReportedStatement& statement) {
  const std::string_view sentence = statement.sentence;
  const Span quote = statement.quote_in_sentence;
  out += "<blockquote>";
  append_html(out, sentence.substr(0, quote.begin));
  out += "<mark>";
  append_html(out, sentence.substr(quote.begin, quote.size()));
  out += "</mark>";
  append_html(out, sentence.substr(quote.end));
  out += "<cite>";
  append_html(out, statement.role + " · " + statement.source + (statement.place.empty() ? "" : ", " + statement.place));
  out += "</cite></blockquote>\n";
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

std::string interval_picture(const std::vector<ReportedStatement>& statements) {
  const std::vector<const ReportedStatement*> drawn = drawn_of(statements);
  if (drawn.size() < 2) return {};
  const Scale scale = scale_of(drawn);
  const double height = kRow * static_cast<double>(drawn.size()) + 6;
  std::string out = fmt::format(
      "<svg role=\"img\" aria-label=\"what the figures may stand for\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" "
      "height=\"{1:.0f}\">"
      "<line class=\"axis\" x1=\"{2:.0f}\" y1=\"{3:.0f}\" x2=\"{0:.0f}\" y2=\"{3:.0f}\"/>",
      kWidth, height, kLabels, height - 1);
  double top = 0;
  for (const ReportedStatement* one : drawn) {
    append_row(out, *one, scale, top);
    top += kRow;
  }
  return out + "</svg>\n";
}

ReportPage::ReportPage(std::string_view title, const std::vector<std::pair<std::string, std::uint64_t>>& counts, std::string& out)
    : out_(&out) {
  out +=
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Findings: ";
  append_html(out, title);
  out += "</title>\n<style>";
  out += kStyle;
  out += "</style>\n</head>\n<body>\n<h1>What the articles in ";
  append_html(out, title);
  out += " agree and differ on</h1>\n<ul class=\"counts\">\n";
  for (const auto& [verdict, count] : counts) {
    out += fmt::format("<li><b>{}</b> ", count);
    append_html(out, verdict);
    out += "</li>\n";
  }
  out +=
      "</ul>\n<p>Bars show what each figure may stand for, by the precision and the words with which it is written. A difference may have "
      "a reason; nothing here says that a figure is false.</p>\n";
}

void ReportPage::add(const ReportedFinding& finding) {
  std::string& out = *out_;
  out += "<article class=\"";
  append_html(out, finding.severity);
  out += "\" id=\"f" + finding.id + "\">\n<div class=\"kind\">";
  append_html(out, finding.verdict + " · " + finding.check + " · " + finding.severity);
  out += "</div>\n<h2>";
  append_html(out, finding.summary);
  out += "</h2>\n";
  if (!finding.judgement.empty()) {
    out += "<p class=\"judged\">";
    append_html(out, finding.judgement);
    out += "</p>\n";
  }
  out += interval_picture(finding.statements);
  if (!finding.arithmetic.empty()) {
    out += "<p class=\"arithmetic\">";
    append_html(out, finding.arithmetic);
    out += "</p>\n";
  }
  for (const ReportedStatement& statement : finding.statements) append_statement(out, statement);
  out += fmt::format("<div class=\"kind\">independent sources: {}; {}</div>\n</article>\n", finding.independent_sources,
                     finding.id.substr(0, 12));
}

void ReportPage::finish() { *out_ += "</body>\n</html>\n"; }

}  // namespace attest
