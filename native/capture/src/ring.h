// A queue between exactly one writing thread and one reading thread. Its places are made once and used again: neither
// side locks, allocates or waits.
#pragma once

#include <atomic>
#include <cstddef>
#include <vector>

namespace capture {

template <class Place>
class Ring {
 public:
  explicit Ring(size_t capacity) : places_(capacity) {}
  Ring(const Ring&) = delete;
  Ring& operator=(const Ring&) = delete;

  /// Before first use: every place, to be given its memory.
  std::vector<Place>& places() { return places_; }

  /// Writing thread: the place to fill next, or nullptr while all are full.
  Place* to_write() noexcept {
    const size_t written = written_.load(std::memory_order_relaxed);
    if (written - read_.load(std::memory_order_acquire) == places_.size()) return nullptr;
    return &places_[written % places_.size()];
  }

  /// Writing thread: the place that `to_write` gave is filled.
  void commit() noexcept {
    written_.store(written_.load(std::memory_order_relaxed) + 1, std::memory_order_release);
  }

  /// Reading thread: the oldest filled place, or nullptr.
  const Place* to_read() const noexcept {
    const size_t read = read_.load(std::memory_order_relaxed);
    if (read == written_.load(std::memory_order_acquire)) return nullptr;
    return &places_[read % places_.size()];
  }

  /// Reading thread: the place that `to_read` gave can be used again.
  void release() noexcept { read_.store(read_.load(std::memory_order_relaxed) + 1, std::memory_order_release); }

 private:
  std::vector<Place> places_;
  // Apart by a cache line, so that the two threads do not slow each other down. Both only grow.
  alignas(64) std::atomic<size_t> written_{0};
  alignas(64) std::atomic<size_t> read_{0};
};

}  // namespace capture
