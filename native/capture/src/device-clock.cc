#include "device-clock.h"

#include <algorithm>
#include <cmath>

namespace capture {
namespace {

// Half a percent is 50 µs in a chunk of 10 ms: nobody takes that for a gap.
constexpr double gentle = 0.005;
// The clock is ahead by far; it may not go back, so it waits as fast as can be done unnoticed.
constexpr double firm = 0.02;
// A late answer of a busy computer is not this late three times in a row, 100 ms apart.
constexpr double far_ns = 40e6;
constexpr int looks_until_jump = 3;
constexpr int early_looks = 10;

}  // namespace

int64_t DeviceClock::time_of(uint64_t frame) const noexcept {
  const uint64_t since = frame - base_frame_;
  const double slewed = slew_ * static_cast<double>(std::min(since, second_));
  return std::llround(base_ns_ + nominal_ns_ * static_cast<double>(since) + slewed);
}

void DeviceClock::move_to(uint64_t frame, double ns) noexcept {
  base_frame_ = frame;
  base_ns_ = ns;
  slew_ = 0;
}

void DeviceClock::restart(uint64_t frame) noexcept {
  if (started_) floor_ns_ = time_of(frame);
  started_ = false;
}

bool DeviceClock::observe(uint64_t frame, int64_t ns) noexcept {
  if (!started_) {
    started_ = true;
    looks_ = far_ = 0;
    look_frame_ = frame;
    move_to(frame, static_cast<double>(std::max(ns, floor_ns_)));
    return false;
  }
  looks_++;
  look_frame_ = frame;
  const auto expected = static_cast<double>(time_of(frame));
  const double error = static_cast<double>(ns) - expected;
  if (error < far_ns) {
    far_ = 0;
    const double most = nominal_ns_ * (error < -far_ns ? firm : gentle);
    move_to(frame, expected);
    slew_ = std::clamp(error / static_cast<double>(second_), -most, most);
    return false;
  }
  far_ = far_ > 0 && std::abs(error - far_error_ns_) < far_ns ? far_ + 1 : 1;
  far_error_ns_ = error;
  if (far_ < looks_until_jump) return false;
  far_ = 0;
  move_to(frame, static_cast<double>(ns));
  return true;
}

bool DeviceClock::wants_look(uint64_t frame) const noexcept {
  const bool often = far_ > 0 || looks_ < early_looks;
  return started_ && frame - look_frame_ >= (often ? second_ / 10 : second_ / 2);
}

}  // namespace capture
