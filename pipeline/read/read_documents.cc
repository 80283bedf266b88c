// The loop over inputs: opens each, and hands on its documents with what the user states of them.
#include <string>
#include <utility>

#include "read/byte_source.h"
#include "read/input_files.h"
#include "read/line_stream.h"
#include "read/reader.h"
#include "read/stream_reader.h"

namespace attest {
namespace {

void prefer(std::string& known, const std::string& given) {
  if (!given.empty()) known = given;
}

// What the user states wins over what the input says.
void apply_given(DocumentMetadata& metadata, const DocumentMetadata& given) {
  prefer(metadata.title, given.title);
  prefer(metadata.publisher, given.publisher);
  prefer(metadata.author, given.author);
  prefer(metadata.url, given.url);
  prefer(metadata.language, given.language);
  if (given.published.empty()) return;
  metadata.published = given.published;
  metadata.published_basis = PublishedBasis::kGiven;
}

}  // namespace

ReadSummary read_documents(const std::vector<std::string>& inputs, const ReadOptions& options, const DocumentSink& sink,
                           const FailureSink& failures) {
  ReadSummary summary;
  const FailureSink fail = [&](const Error& error) {
    ++summary.failed;
    failures(error);
  };
  const StreamReader::Deliver deliver = [&](Document document) {
    apply_given(document.metadata, options.metadata);
    ++summary.documents;
    return sink(std::move(document));
  };
  StreamReader reader(options, deliver, fail);
  const auto file = [&](const std::string& path) {
    const Result<ByteSource> source = ByteSource::open(path);
    if (!source) {
      fail(source.error());
      return true;
    }
    LineStream stream([&](char* into, std::size_t at_most) { return source->read(into, at_most); });
    const bool go_on = reader.read(stream, path, source->size_hint());
    summary.bytes += stream.bytes_read();
    return go_on;
  };
  for (const std::string& input : inputs) {
    if (!expand_input(input, file, fail)) break;
  }
  return summary;
}

}  // namespace attest
