// Documents in batches: large enough that handing one to a thread costs nothing, small enough to keep memory low.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

#include "record/document.h"

namespace attest::command {

struct Batch {
  std::vector<Document> documents;
  std::size_t bytes = 0;  ///< Of all texts.
};

/// Collects documents and passes them on a batch at a time.
class Batcher {
 public:
  /// Called with each full batch; false stops.
  using Submit = std::function<bool(Batch)>;

  explicit Batcher(Submit submit) : submit_(std::move(submit)) {}

  /// Takes a document. False once `submit` has returned false.
  bool add(Document document) {
    batch_.bytes += document.text.size();
    batch_.documents.push_back(std::move(document));
    return batch_.bytes < kBytes && batch_.documents.size() < kDocuments ? true : flush();
  }

  /// Passes on what is left.
  bool flush() { return batch_.documents.empty() || submit_(std::exchange(batch_, Batch{})); }

 private:
  static constexpr std::size_t kBytes = std::size_t{256} * 1024;
  static constexpr std::size_t kDocuments = 1024;

  Submit submit_;
  Batch batch_;
};

}  // namespace attest::command
