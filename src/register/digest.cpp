#include "daybook/register/digest.h"

#include <type_traits>

#include <boost/mp11.hpp>

#include "daybook/log/sha256.h"

namespace daybook {

namespace {

constexpr std::size_t joined_bytes = 1 << 16;

// Hashes what it is given, in order; each piece with its length, so that nothing can move between two pieces.
class Digest {
 public:
  void add(std::string_view bytes) {
    const std::uint64_t length = bytes.size();
    hash_ = sha256(view(hash_.data(), hash_.size()), view(&length, sizeof length), bytes);
  }
  template <class T>
    requires std::is_integral_v<T>
  void add(const std::vector<T>& column) {
    add(view(column.data(), column.size() * sizeof(T)));
  }
  void add(const std::vector<std::string_view>& column) {
    std::string joined;  // of some of the texts: a column of titles is many megabytes
    joined.reserve(2 * joined_bytes);
    for (const std::string_view text : column) {
      const std::uint64_t length = text.size();
      joined += view(&length, sizeof length);
      joined += text;
      if (joined.size() < joined_bytes) continue;
      add(joined);
      joined.clear();
    }
    add(joined);
  }
  template <class T>
  void add(const Dictionary<T>& dictionary) {
    for (Code code = 0; code < dictionary.size(); ++code)
      add(encode(dictionary[code]));
  }
  void add(const Stretch& stretch) {
    add(std::vector<EventCount>{stretch.position, stretch.from, stretch.to});
  }
  const Hash& hash() const { return hash_; }

 private:
  static std::string_view view(const void* bytes, std::size_t size) {
    return {static_cast<const char*>(bytes), size};
  }
  Hash hash_{};
};

void add_columns(const VersionColumns& columns, Digest& digest) {
  digest.add(columns.activity);
  digest.add(columns.from);
  digest.add(columns.to);
  digest.add(columns.before);
  digest.add(columns.first_day);
  digest.add(columns.last_day);
  std::vector<Code> codes;
  std::vector<std::string_view> titles;
  for (const VersionContent& content : columns.content) {
    codes.insert(codes.end(), {content.dates, static_cast<Code>(content.kind),
                               static_cast<Code>(content.role), content.audience, content.place,
                               content.organizers, content.participants, content.states, content.regions});
    titles.push_back(content.title);
  }
  digest.add(codes);
  digest.add(titles);
}

void add_activities(const Register& reg, Digest& digest) {
  std::vector<std::string_view> ids;
  std::vector<std::uint64_t> revisions;
  for (ActivityIndex i = 0; i < reg.activity_count(); ++i) {
    ids.push_back(reg.activity_id(i));
    revisions.push_back(reg.revision_of(i).value);
  }
  digest.add(ids);
  digest.add(revisions);
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

Hash digest(const Register& reg) {
  Digest digest;
  digest.add(std::vector<EventCount>{reg.size()});
  add_columns(reg.versions(), digest);
  add_activities(reg, digest);
  digest.add(reg.dates());
  digest.add(reg.audiences());
  digest.add(reg.places());
  digest.add(reg.party_lists());
  digest.add(reg.string_lists());
  for (const ListingEntry& listing : reg.listings()) {
    digest.add(listing);
    digest.add(std::vector<std::uint32_t>{listing.activity, listing.row});
    digest.add(listing.data);
  }
  for (const MergeEntry& merge : reg.merges()) {
    digest.add(merge);
    digest.add(std::vector<ActivityIndex>{merge.given_up, merge.survivor});
  }
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, FactTypes>>(
      [&]<class T>(std::type_identity<T>) { add_facts<T>(reg, digest); });
  return digest.hash();
}

}  // namespace daybook
