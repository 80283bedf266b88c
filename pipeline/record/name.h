// A name in a text: of an organisation, a place, a person, an initiative or an event.
#pragma once

#include <cstdint>
#include <string>

namespace attest {

/// What bears the name. Seats that act for a state ("the Kremlin") and peoples are places.
enum class NameKind : std::uint8_t { kOrganisation, kPlace, kPerson, kInitiative, kEvent };

/// A name as one body, place, person ... is known by it in every article.
struct Name {
  NameKind kind = NameKind::kOrganisation;
  std::string name;     ///< The full form, where the text or a list gives it: "Shanghai Cooperation Organisation" for "SCO".
  std::string type;     ///< Organisations: "government", "igo", "company" ...; places: "country", "region", "city" ...; "" else.
  std::string id;       ///< The same for all names of one bearer: org_id; ISO 3166 code or name of a place; "" where there is none.
  std::string country;  ///< ISO 3166-1 alpha-2 code, where one is certain.
};

}  // namespace attest
