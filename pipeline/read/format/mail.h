// Mail messages (RFC 5322, MIME) and mailboxes (mbox).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "record/document.h"

namespace attest {

/// True where bytes begin with header fields of mail: the first line is one of its fields, and the first lines hold two
/// of those that every message has.
[[nodiscard]] bool begins_like_mail(std::string_view bytes) noexcept;
/// True where bytes begin with the "From " line of a mailbox and a message behind it.
[[nodiscard]] bool begins_like_mailbox(std::string_view bytes) noexcept;

/// One message: its plain text where it has one, else its HTML; attachments are left out. Subject, From and Date become
/// title, author and publication day; `source` is the Message-ID or "". Character sets, quoted-printable, base64 and
/// encoded words (RFC 2047) are decoded. Errors, without `where`: kFormat for a message without text, kTooLarge.
[[nodiscard]] Result<Document> read_mail(std::string_view bytes);

}  // namespace attest
