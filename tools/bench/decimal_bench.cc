// Exact decimals: reading, arithmetic, writing.
#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

#include "value/decimal.h"
#include "value/numeral.h"

namespace attest {
namespace {

constexpr std::size_t kNumbers = 1 << 16;

// Numbers as news states them: one to nine digits, half of them with one or two decimals.
std::vector<std::string> numbers_as_written() {
  std::mt19937_64 random(1);
  std::vector<std::string> written;
  for (std::size_t i = 0; i < kNumbers; ++i) {
    std::string number = std::to_string(random() % 1'000'000'000 >> (random() % 28));
    if (random() % 2 == 0) number += '.' + std::to_string(random() % 100);
    written.push_back(std::move(number));
  }
  return written;
}

std::vector<Decimal> numbers() {
  std::vector<Decimal> values;
  for (const std::string& written : numbers_as_written()) values.push_back(*Decimal::parse(written));
  return values;
}

void count_numbers(benchmark::State& state) { state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kNumbers)); }

void parse_decimals(benchmark::State& state) {
  const std::vector<std::string> written = numbers_as_written();
  for (auto _ : state) {
    for (const std::string& number : written) benchmark::DoNotOptimize(Decimal::parse(number));
  }
  count_numbers(state);
}
BENCHMARK(parse_decimals);

void parse_numerals(benchmark::State& state) {
  const std::vector<std::string> written = numbers_as_written();
  for (auto _ : state) {
    for (const std::string& number : written) benchmark::DoNotOptimize(parse_numeral(number));
  }
  count_numbers(state);
}
BENCHMARK(parse_numerals);

void multiply_by_scale(benchmark::State& state) {
  const std::vector<Decimal> values = numbers();
  const Decimal billion(1'000'000'000);
  for (auto _ : state) {
    for (const Decimal& value : values) benchmark::DoNotOptimize(multiply(value, billion));
  }
  count_numbers(state);
}
BENCHMARK(multiply_by_scale);

void divide_exactly(benchmark::State& state) {
  const std::vector<Decimal> values = numbers();
  for (auto _ : state) {
    for (const Decimal& value : values) benchmark::DoNotOptimize(divide(value, Decimal(7)));
  }
  count_numbers(state);
}
BENCHMARK(divide_exactly);

void write_decimals(benchmark::State& state) {
  const std::vector<Decimal> values = numbers();
  std::string out;
  for (auto _ : state) {
    out.clear();
    for (const Decimal& value : values) value.append_to(out);
    benchmark::DoNotOptimize(out.data());
  }
  count_numbers(state);
}
BENCHMARK(write_decimals);

}  // namespace
}  // namespace attest
