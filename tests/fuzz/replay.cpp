// Runs the seeds of every target, and inputs made of them at random, without coverage: the short run of every
// build. replay SEEDS [--target NAME] [--rounds N] [--seed N]
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/targets.h"

using namespace daybook::fuzz;

namespace {

std::string running;  // what repeats the run, told when it ends badly

void tell(int) {
  std::fputs(running.c_str(), stderr);
  std::_Exit(1);
}

std::vector<std::string> seeds_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return seeds;
}

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t bound) {
  return bound == 0 ? 0 : random() % bound;
}

// A few changes: a bit, a byte, a piece left out, said twice, or taken from another seed.
std::string changed(std::string input, const std::vector<std::string>& seeds, Random& random) {
  for (std::size_t changes = 1 + below(random, 4); changes > 0; --changes) {
    const std::size_t at = below(random, input.size() + 1);
    const std::size_t size = below(random, std::min<std::size_t>(input.size() - at, 20) + 1);
    const std::string& other = seeds[below(random, seeds.size())];
    switch (below(random, 5)) {
      case 0:
        if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(random, 8)));
        break;
      case 1:
        input.insert(at, 1, static_cast<char>(random()));
        break;
      case 2:
        input.erase(at, size);
        break;
      case 3:
        input.insert(at, input.substr(at, size));
        break;
      default:
        input.replace(at, size, other.substr(below(random, other.size() + 1), below(random, 40)));
        break;
    }
  }
  return input;
}

std::string option(int count, char** words, std::string_view name, const std::string& otherwise) {
  for (int i = 2; i + 1 < count; ++i)
    if (words[i] == name) return words[i + 1];
  return otherwise;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::fputs("replay SEEDS [--target NAME] [--rounds N] [--seed N]\n", stderr);
    return 2;
  }
  const std::string only = option(count, words, "--target", "");
  const std::uint64_t rounds = std::stoull(option(count, words, "--rounds", "2000"));
  const std::uint64_t seed =
      std::stoull(option(count, words, "--seed", std::to_string(std::random_device()())));
  if (!only.empty() && find_target(only) == nullptr) {
    std::fprintf(stderr, "there is no target %s\n", only.c_str());
    return 2;
  }
  std::signal(SIGABRT, tell);
  std::signal(SIGSEGV, tell);
  for (const Target& target : targets()) {
    if (!only.empty() && target.name != only) continue;
    const std::string name(target.name);
    running = "to repeat: replay SEEDS --target " + name + " --rounds " + std::to_string(rounds) +
              " --seed " + std::to_string(seed) + "\n";
    const auto seeds = seeds_in(std::filesystem::path(words[1]) / name);
    if (seeds.empty()) {
      std::fprintf(stderr, "%s has no seeds\n", name.c_str());
      return 1;
    }
    for (const std::string& each : seeds)
      target.run(each);
    Random random(seed);
    for (std::uint64_t round = 0; round < rounds; ++round)
      target.run(changed(seeds[below(random, seeds.size())], seeds, random));
    std::printf("%-16s %zu seeds, %llu inputs made of them, seed %llu\n", name.c_str(), seeds.size(),
                static_cast<unsigned long long>(rounds), static_cast<unsigned long long>(seed));
  }
  return 0;
}
