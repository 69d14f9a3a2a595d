#include "pulse-stream.h"

#include <algorithm>
#include <ctime>

namespace capture::pulse {
namespace {

constexpr uint32_t fragment_ms = 10;
// Half of what a stream asks for is spent inside the device, and the other half is the size of what is sent.
constexpr uint32_t asked_ms = 2 * fragment_ms;
constexpr int64_t longest_untimed_ns = 500'000'000;  // so long sound waits for the first word about its time

int64_t now_ns() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

}  // namespace

Recording::Recording(Connection& connection, const Endpoint& endpoint, Sink& sink)
    : connection_(connection),
      api_(connection.api),
      sink_(sink),
      rate_(endpoint.device.sample_rate),
      channels_(endpoint.device.channels),
      clock_(rate_) {
  {
    Connection::Lock lock(connection_);
    start(endpoint);
  }
  const auto error = opening_.wait();
  if (error == 0) return;
  release();
  if (!error) throw Failure{Reason::server_unreachable, "opening the stream: no answer"};
  Connection::Lock lock(connection_);
  throw connection_.failure_of(*error, "opening the stream");
}

Recording::~Recording() { release(); }

void Recording::start(const Endpoint& endpoint) {
  Context* context = connection_.ready_context();
  // The device's own rate and channels: the server converts nothing but the sample format.
  const SampleSpec spec{sample_float32, rate_, static_cast<uint8_t>(channels_)};
  stream_ = api_.stream_new(context, "hearing", &spec, &endpoint.channel_map);
  if (!stream_) throw connection_.failure_of(api_.context_errno(context), "making the stream");
  api_.stream_set_state_callback(
      stream_, [](StreamObject*, void* self) { static_cast<Recording*>(self)->on_state(); }, this);
  api_.stream_set_read_callback(
      stream_, [](StreamObject*, size_t, void* self) { static_cast<Recording*>(self)->read(); }, this);
  api_.stream_set_overflow_callback(
      stream_, [](StreamObject*, void* self) { static_cast<Recording*>(self)->discontinuity_ = true; }, this);
  api_.stream_set_suspended_callback(
      stream_, [](StreamObject*, void* self) { static_cast<Recording*>(self)->on_suspended(); }, this);
  api_.stream_set_latency_update_callback(
      stream_, [](StreamObject*, void* self) { static_cast<Recording*>(self)->look_at_clock(); }, this);

  const uint32_t frame_bytes = channels_ * sizeof(float);
  const uint32_t fragment = rate_ * asked_ms / 1000 * frame_bytes;
  const BufferAttributes attributes{UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, fragment};
  const int flags = stream_adjust_latency | stream_dont_move;
  if (api_.stream_connect_record(stream_, endpoint.source.c_str(), &attributes, flags) < 0) {
    const Failure failure = connection_.failure_of(api_.context_errno(context), "opening the stream");
    api_.stream_unref(stream_);
    stream_ = nullptr;
    throw failure;
  }
}

void Recording::release() {
  Connection::Lock lock(connection_);
  if (!stream_) return;
  api_.stream_set_state_callback(stream_, nullptr, nullptr);
  api_.stream_set_read_callback(stream_, nullptr, nullptr);
  api_.stream_set_overflow_callback(stream_, nullptr, nullptr);
  api_.stream_set_suspended_callback(stream_, nullptr, nullptr);
  api_.stream_set_latency_update_callback(stream_, nullptr, nullptr);
  api_.stream_disconnect(stream_);
  api_.stream_unref(stream_);
  stream_ = nullptr;
}

void Recording::on_state() {
  const int now = api_.stream_get_state(stream_);
  if (now == stream_ready) {
    ready_ = true;
    opening_.finish(0);
  }
  if ((now != stream_failed && now != stream_terminated) || ended_) return;
  ended_ = true;
  const int error = connection_.error();
  if (!ready_) opening_.finish(error == 0 ? error_killed : error);
  else sink_.on_end(connection_.loss_of(error));
}

// The device stands still, or runs again: nothing of what was known about its time holds.
void Recording::on_suspended() {
  clock_.restart(position_);
  untimed_since_ns_ = 0;
  discontinuity_ = position_ > 0;
}

// One question at a time: the answer comes to look_at_clock.
void Recording::ask_for_look() {
  if (is_asking_) return;
  Operation* asking = api_.stream_update_timing_info(stream_, nullptr, nullptr);
  if (!asking) return;
  is_asking_ = true;
  api_.operation_unref(asking);
}

uint64_t Recording::unread_frames() const {
  const size_t bytes = api_.stream_readable_size(stream_);
  return bytes == SIZE_MAX ? 0 : bytes / (channels_ * sizeof(float));
}

// The server has just told about its buffers: the next frame to be read is so old.
void Recording::look_at_clock() {
  is_asking_ = false;
  uint64_t age_us = 0;
  int negative = 0;
  if (api_.stream_get_latency(stream_, &age_us, &negative) != 0) return;
  // A device that has given nothing since the last look has no age to tell.
  const uint64_t heard = position_ + unread_frames();
  if (heard == heard_at_look_) return;
  heard_at_look_ = heard;
  // What a sink will only play later has a negative age.
  const int64_t age_ns = static_cast<int64_t>(age_us) * (negative ? -1000 : 1000);
  if (clock_.observe(position_, now_ns() - age_ns)) discontinuity_ = true;
  read();
}

void Recording::read() {
  if (!clock_.started() && !start_clock()) return;
  const void* bytes = nullptr;
  size_t length = 0;
  while (api_.stream_peek(stream_, &bytes, &length) == 0 && length > 0) {
    hand_on(static_cast<const float*>(bytes), static_cast<uint32_t>(length / (channels_ * sizeof(float))));
    api_.stream_drop(stream_);
    if (clock_.wants_look(position_)) ask_for_look();
  }
}

// False: sound waits inside libpulse until its time is known.
bool Recording::start_clock() {
  const uint64_t unread = unread_frames();
  if (unread == 0) return false;
  ask_for_look();
  const int64_t now = now_ns();
  if (untimed_since_ns_ == 0) untimed_since_ns_ = now;
  if (now - untimed_since_ns_ < longest_untimed_ns) return false;
  clock_.observe(position_, now - static_cast<int64_t>(unread * 1'000'000'000 / rate_));
  return true;
}

// In short pieces, because the clock may slew within a long one. Null: a hole, whose time passed without sound.
void Recording::hand_on(const float* interleaved, uint32_t frames) {
  if (!interleaved) discontinuity_ = true;
  const uint32_t piece = rate_ * fragment_ms / 1000;
  for (uint32_t done = 0; interleaved && done < frames; done += piece) {
    const auto heard_ns = static_cast<uint64_t>(clock_.time_of(position_ + done));
    const uint32_t count = std::min(piece, frames - done);
    sink_.on_frames(interleaved + size_t{done} * channels_, count, channels_, heard_ns, discontinuity_);
    discontinuity_ = false;
  }
  position_ += frames;
}

}  // namespace capture::pulse
