#include "recorder.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace capture {
namespace {

constexpr uint32_t chunk_ms = 10;
// The rate is known only when the first frames come, which is too late to allocate. Memory that a lower rate does not
// need is reserved, not used: calloc gives untouched pages.
constexpr uint32_t highest_rate = 384'000;
constexpr uint32_t longest_chunk = highest_rate * chunk_ms / 1000;
constexpr uint64_t second_ns = 1'000'000'000;
// Packets are dated with some jitter; more than half a chunk is a gap that must not vanish inside a chunk.
constexpr uint64_t tolerated_ns = chunk_ms * 1'000'000 / 2;

float* allocate(size_t count) {
  auto memory = static_cast<float*>(std::calloc(count, sizeof(float)));
  if (!memory) throw std::bad_alloc();
  return memory;
}

size_t chunks_in(uint32_t ring_ms) { return std::max<size_t>(2, (ring_ms + chunk_ms - 1) / chunk_ms); }

}  // namespace

void Recorder::Free::operator()(float* memory) const noexcept { std::free(memory); }

Recorder::Recorder(uint32_t ring_ms, Bell& bell)
    : bell_(bell),
      memory_(allocate(chunks_in(ring_ms) * longest_chunk)),
      ring_(chunks_in(ring_ms)),
      partial_(std::make_unique<float[]>(longest_chunk)) {}

// Audio thread.
void Recorder::on_frames(const float* interleaved, uint32_t frames, uint32_t channels, uint64_t steady_ns,
                         bool discontinuity) noexcept {
  if (chunk_length_ == 0) prepare();
  if (partial_length_ > 0 && (discontinuity || strays_from_partial(steady_ns))) hand_over_partial();
  discontinuity_ = discontinuity_ || discontinuity;
  for (uint32_t done = 0; done < frames;) {
    if (partial_length_ == 0) partial_ns_ = steady_ns + nanoseconds_of(done);
    const uint32_t count = std::min(chunk_length_ - partial_length_, frames - done);
    average(interleaved ? interleaved + size_t{done} * channels : nullptr, count, channels);
    done += count;
    if (partial_length_ == chunk_length_) hand_over_partial();
  }
}

// Audio thread, with the first frames: places lie close together for the rate that it is.
void Recorder::prepare() noexcept {
  chunk_length_ = std::clamp<uint32_t>(format.sample_rate * chunk_ms / 1000, 1, longest_chunk);
  float* samples = memory_.get();
  for (Chunk& chunk : ring_.places()) {
    chunk.samples = samples;
    samples += chunk_length_;
  }
}

void Recorder::average(const float* interleaved, uint32_t frames, uint32_t channels) noexcept {
  float* mono = partial_.get() + partial_length_;
  partial_length_ += frames;
  if (!interleaved) {
    std::fill_n(mono, frames, 0.0f);
    return;
  }
  const float share = 1.0f / static_cast<float>(channels);
  for (uint32_t frame = 0; frame < frames; frame++) {
    float sum = 0;
    for (uint32_t channel = 0; channel < channels; channel++) sum += *interleaved++;
    mono[frame] = sum * share;
  }
}

bool Recorder::strays_from_partial(uint64_t steady_ns) const noexcept {
  const uint64_t expected = partial_ns_ + nanoseconds_of(partial_length_);
  return (steady_ns > expected ? steady_ns - expected : expected - steady_ns) > tolerated_ns;
}

uint64_t Recorder::nanoseconds_of(uint64_t frames) const noexcept {
  return format.sample_rate == 0 ? 0 : frames * second_ns / format.sample_rate;
}

// Audio thread, or the thread that ends the stream.
void Recorder::hand_over_partial() noexcept {
  const uint32_t length = partial_length_;
  partial_length_ = 0;
  if (length == 0) return;
  Chunk* chunk = ring_.to_write();
  if (!chunk) {
    lost_ += length;
    return;
  }
  std::copy_n(partial_.get(), length, chunk->samples);
  chunk->length = length;
  chunk->steady_ns = partial_ns_;
  chunk->lost_before = lost_;
  chunk->discontinuity = discontinuity_;
  lost_ = 0;
  discontinuity_ = false;
  ring_.commit();
  ring_if_awaited();
}

void Recorder::on_end(Failure failure) noexcept {
  if (over_.load(std::memory_order_relaxed)) return;
  end_.failure = std::move(failure);
  hand_over_end();
}

void Recorder::finish() noexcept {
  if (!over_.load(std::memory_order_acquire)) hand_over_end();
}

void Recorder::hand_over_end() noexcept {
  hand_over_partial();
  end_.lost_before = lost_;
  over_.store(true, std::memory_order_release);
  ring_if_awaited();
}

// The fences here and in wait_for_more make sure that one of both sides sees what the other has just written.
void Recorder::ring_if_awaited() noexcept {
  std::atomic_thread_fence(std::memory_order_seq_cst);
  if (awaited_.load(std::memory_order_relaxed) && awaited_.exchange(false)) bell_.ring();
}

const Recorder::End* Recorder::end() const noexcept {
  // In this order: chunks that came before the end are visible once the end is.
  if (!over_.load(std::memory_order_acquire) || ring_.to_read()) return nullptr;
  return &end_;
}

bool Recorder::wait_for_more() noexcept {
  awaited_.store(true, std::memory_order_relaxed);
  std::atomic_thread_fence(std::memory_order_seq_cst);
  if (!ring_.to_read() && !over_.load(std::memory_order_acquire)) return true;
  awaited_.store(false, std::memory_order_relaxed);
  return false;
}

}  // namespace capture
