// When a device heard a frame. A device's own clock drifts against the computer's, and every look at it comes with
// some jitter: the times given out run smoothly through what was seen.
#pragma once

#include <cstdint>

namespace capture {

/// Audio thread: allocates nothing.
class DeviceClock {
 public:
  explicit DeviceClock(uint32_t sample_rate) : second_(sample_rate), nominal_ns_(1e9 / sample_rate) {}

  bool started() const noexcept { return started_; }

  /// The device stands still: what was known holds up to this frame, and time will go on from there or later.
  void restart(uint64_t frame) noexcept;

  /// A look at the device: it heard `frame` at `ns`. True if the clock had to jump, because sound is missing.
  bool observe(uint64_t frame, int64_t ns) noexcept;

  /// Whether another look is due: often at first and while something is wrong.
  bool wants_look(uint64_t frame) const noexcept;

  /// Of frames not before the last one observed.
  int64_t time_of(uint64_t frame) const noexcept;

 private:
  void move_to(uint64_t frame, double ns) noexcept;

  uint64_t second_;  // in frames: in this time an error is slewed away
  double nominal_ns_;
  bool started_ = false;
  uint64_t base_frame_ = 0;
  double base_ns_ = 0;
  double slew_ = 0;  // nanoseconds by which a frame is longer, for the next second
  int looks_ = 0;
  int far_ = 0;      // so many looks in a row found the clock far behind
  double far_error_ns_ = 0;
  int64_t floor_ns_ = 0;  // times given out before a restart
  uint64_t look_frame_ = 0;  // of the last look that counted
};

}  // namespace capture
