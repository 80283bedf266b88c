// Work on several threads whose products come out in the order in which the items went in, with bounded memory.
//
//   OrderedPipeline<Batch, std::string> pipeline(4, [&](Batch batch, unsigned worker) { return extract(batch, worker); },
//                                                [&](std::string lines) { return output.write(lines); });
//   while (next(batch)) if (!pipeline.submit(std::move(batch))) break;
//   pipeline.finish();
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace attest::command {

/// With one worker everything runs on the caller's thread, without queues. With more, whichever worker finishes the
/// next product in order delivers it, and those that wait behind it; `deliver` is never called twice at a time.
template <typename Item, typename Product>
class OrderedPipeline {
 public:
  using Work = std::function<Product(Item, unsigned worker)>;  ///< `worker` counts from 0 to workers - 1.
  using Deliver = std::function<bool(Product)>;                ///< False stops the pipeline.

  OrderedPipeline(unsigned workers, Work work, Deliver deliver)
      : work_(std::move(work)), deliver_(std::move(deliver)), limit_(std::size_t{4} * workers) {
    if (workers < 2) return;
    for (unsigned worker = 0; worker < workers; ++worker) threads_.emplace_back([this, worker] { run(worker); });
  }
  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;
  ~OrderedPipeline() { close(); }

  /// Takes an item; waits while too many are on their way. False once the pipeline has stopped.
  bool submit(Item item) {
    if (threads_.empty()) {
      if (!stopped_) stopped_ = !deliver_(work_(std::move(item), 0));
      return !stopped_;
    }
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return stopped_ || in_flight_ < limit_; });
    if (stopped_) return false;
    queue_.emplace_back(submitted_++, std::move(item));
    ++in_flight_;
    lock.unlock();
    work_to_do_.notify_one();
    return true;
  }

  /// Waits until everything is delivered. Throws what a worker threw.
  void finish() {
    close();
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  }

 private:
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    work_to_do_.notify_all();
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

  void run(unsigned worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      work_to_do_.wait(lock, [this] { return closed_ || stopped_ || !queue_.empty(); });
      if (stopped_ || queue_.empty()) return;
      auto [number, item] = std::move(queue_.front());
      queue_.pop_front();
      try {
        lock.unlock();
        Product product = work_(std::move(item), worker);
        lock.lock();
        finished_.emplace(number, std::move(product));
        deliver_in_order(lock);
      } catch (...) {
        if (!lock.owns_lock()) lock.lock();
        stop(std::current_exception());
      }
    }
  }

  // Delivers all products that are next in order, unless another worker is at it already: that one will see ours.
  void deliver_in_order(std::unique_lock<std::mutex>& lock) {
    if (delivering_) return;
    delivering_ = true;
    for (auto next = finished_.begin(); !stopped_ && next != finished_.end() && next->first == delivered_; next = finished_.begin()) {
      Product product = std::move(next->second);
      finished_.erase(next);
      lock.unlock();
      const bool go_on = deliver_(std::move(product));
      lock.lock();
      ++delivered_;
      --in_flight_;
      if (!go_on) stop(nullptr);
      room_.notify_one();
    }
    delivering_ = false;
  }

  void stop(std::exception_ptr failure) {
    if (!failure_) failure_ = std::move(failure);
    stopped_ = true;
    work_to_do_.notify_all();
    room_.notify_all();
  }

  Work work_;
  Deliver deliver_;
  std::size_t limit_;  // items on their way at a time
  std::mutex mutex_;
  std::condition_variable work_to_do_;
  std::condition_variable room_;
  std::deque<std::pair<std::uint64_t, Item>> queue_;
  std::map<std::uint64_t, Product> finished_;  // products that wait for their turn
  std::uint64_t submitted_ = 0;
  std::uint64_t delivered_ = 0;
  std::size_t in_flight_ = 0;
  bool delivering_ = false;
  bool closed_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace attest::command
