#include "daybook/register/digest.h"

#include <array>
#include <string>
#include <type_traits>

#include <boost/mp11.hpp>

namespace daybook {

namespace {

// Hashes what it is given, in order; each piece with its length, so that nothing can move between two pieces.
class Digest {
 public:
  Digest() { bytes_.reserve(2 * joined_bytes); }

  // A longer piece stands there as its own hash: it is read where it is, not copied.
  void add(std::string_view piece) {
    constexpr std::size_t copied_bytes_max = 32;
    add(std::uint64_t{piece.size()});
    if (piece.size() <= copied_bytes_max)
      append(piece.data(), piece.size());
    else
      add(HashedBytes::hash_of(piece));
  }
  template <class T>
    requires std::is_integral_v<T>
  void add(T number) {
    append(&number, sizeof number);
  }
  template <class T, std::size_t n>
    requires std::is_integral_v<T>
  void add(const std::array<T, n>& numbers) {
    append(numbers.data(), sizeof numbers);
  }
  template <class T>
    requires std::is_integral_v<T>
  void add(const std::vector<T>& column) {
    add(std::string_view(reinterpret_cast<const char*>(column.data()), column.size() * sizeof(T)));
  }
  template <class T>
  void add(const Dictionary<T>& dictionary) {
    for (Code code = 0; code < dictionary.size(); ++code)
      add(encode(dictionary[code]));
  }
  void add(const Stretch& stretch) {
    for (const EventCount count : {stretch.position, stretch.from, stretch.to})
      add(count);
  }
  std::uint64_t value() {
    join();
    return hash_;
  }

 private:
  // As much as is hashed at a time: stays in the processor's own cache.
  static constexpr std::size_t joined_bytes = 1 << 16;

  void append(const void* bytes, std::size_t size) {
    bytes_.append(static_cast<const char*>(bytes), size);
    if (bytes_.size() >= joined_bytes) join();
  }
  // The hash so far stands before what is hashed next.
  void join() {
    hash_ = HashedBytes::hash_of(bytes_);
    bytes_.clear();
    bytes_.append(reinterpret_cast<const char*>(&hash_), sizeof hash_);
  }

  std::uint64_t hash_ = 0;
  std::string bytes_;
};

void add_columns(const VersionColumns& columns, Digest& digest) {
  digest.add(columns.activity);
  digest.add(columns.from);
  digest.add(columns.to);
  digest.add(columns.before);
  digest.add(columns.first_day);
  digest.add(columns.last_day);
  for (const VersionContent& content : columns.content) {
    digest.add(std::array{content.dates, static_cast<Code>(content.kind), static_cast<Code>(content.role),
                          content.audience, content.place, content.organizers, content.participants,
                          content.states, content.regions});
    digest.add(content.title);
  }
}

void add_activities(const Register& reg, Digest& digest) {
  for (ActivityIndex i = 0; i < reg.activity_count(); ++i) {
    digest.add(reg.activity_id(i));
    digest.add(reg.revision_of(i).value);
  }
}

template <class T>
void add_facts(const Register& reg, Digest& digest) {
  for (const Fact<T>& fact : reg.facts<T>()) {
    digest.add(fact);
    digest.add(fact.stream);
    digest.add(encode(fact.data));
  }
}

}  // namespace

std::uint64_t digest(const Register& reg) {
  Digest digest;
  digest.add(reg.size());
  add_columns(reg.versions(), digest);
  add_activities(reg, digest);
  digest.add(reg.dates());
  digest.add(reg.audiences());
  digest.add(reg.places());
  digest.add(reg.party_lists());
  digest.add(reg.string_lists());
  for (const ListingEntry& listing : reg.listings()) {
    digest.add(listing);
    digest.add(listing.activity);
    digest.add(listing.row);
    digest.add(listing.data);
  }
  for (const MergeEntry& merge : reg.merges()) {
    digest.add(merge);
    digest.add(merge.given_up);
    digest.add(merge.survivor);
  }
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, FactTypes>>(
      [&]<class T>(std::type_identity<T>) { add_facts<T>(reg, digest); });
  return digest.value();
}

}  // namespace daybook
