// Takes what a backend hears, cuts it into chunks of 10 ms of one channel, and keeps them until JavaScript takes them.
#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include "backend.h"
#include "bell.h"
#include "ring.h"

namespace capture {

struct Chunk {
  float* samples = nullptr;  // owned by the recorder
  uint32_t length = 0;
  uint64_t steady_ns = 0;  // when the device heard the first sample
  uint64_t lost_before = 0;
  bool discontinuity = false;
};

class Recorder final : public Sink {
 public:
  /// `bell` is rung when the reader waits and there is something for it.
  Recorder(uint32_t ring_ms, Bell& bell);

  /// Filled by the backend before its first frames; read by the reader once `Backend::open` has returned.
  StreamFormat format{};

  void on_frames(const float* interleaved, uint32_t frames, uint32_t channels, uint64_t steady_ns,
                 bool discontinuity) noexcept override;
  void on_end(Failure failure) noexcept override;

  /// Worker thread, after the backend's stream is gone: nothing will come any more.
  void finish() noexcept;

  // The reader, which is the JavaScript thread:

  const Chunk* next() const noexcept { return ring_.to_read(); }
  void release() noexcept { ring_.release(); }

  /// What the end was like, once all chunks are read; nullptr before.
  struct End {
    uint64_t lost_before = 0;
    std::optional<Failure> failure;  // none: the stream was closed by its owner
  };
  const End* end() const noexcept;

  /// Asks to be rung. False if there is something to read already.
  bool wait_for_more() noexcept;
  /// Asked to be rung, and not rung since.
  bool is_awaited() const noexcept { return awaited_; }

 private:
  void prepare() noexcept;
  void average(const float* interleaved, uint32_t frames, uint32_t channels) noexcept;
  bool strays_from_partial(uint64_t steady_ns) const noexcept;
  uint64_t nanoseconds_of(uint64_t frames) const noexcept;
  void hand_over_partial() noexcept;
  void hand_over_end() noexcept;
  void ring_if_awaited() noexcept;

  Bell& bell_;
  struct Free {
    void operator()(float* memory) const noexcept;
  };
  std::unique_ptr<float[], Free> memory_;
  Ring<Chunk> ring_;
  std::atomic<bool> awaited_{false};
  std::atomic<bool> over_{false};
  End end_;  // written before `over_`, read after it

  // Touched by the writing side only.
  uint32_t chunk_length_ = 0;  // 0: no frames yet
  std::unique_ptr<float[]> partial_;
  uint32_t partial_length_ = 0;
  uint64_t partial_ns_ = 0;
  bool discontinuity_ = false;
  uint64_t lost_ = 0;
};

}  // namespace capture
