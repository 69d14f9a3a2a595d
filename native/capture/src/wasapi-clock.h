// When the device heard a packet, also where its own word is missing or cannot be true. Knows no Windows header.
#pragma once

#include <cstdint>

namespace capture {

class PacketClock {
 public:
  /// Nanoseconds on the performance counter. `most_waiting_ns`: how long a packet can wait for us before the engine
  /// throws it away.
  PacketClock(uint32_t sample_rate, uint64_t started_ns, uint64_t most_waiting_ns) noexcept
      : sample_rate_(sample_rate),
        most_waiting_ns_(most_waiting_ns),
        last_start_ns_(started_ns > slack_ns ? started_ns - slack_ns : 0) {}

  /// Audio thread. When the first of `frames` frames was heard. `device_ns` is 0 where the device does not say.
  uint64_t start_of(uint64_t device_ns, uint32_t frames, uint64_t now_ns) noexcept {
    const uint64_t length_ns = uint64_t{frames} * 1'000'000'000u / sample_rate_;
    // Packets come in order, and not from the future; a loopback may tell when its sound will leave the speaker.
    const bool credible = device_ns > last_start_ns_ && device_ns < now_ns + slack_ns;
    last_start_ns_ = credible ? device_ns : derived(length_ns, now_ns);
    next_start_ns_ = last_start_ns_ + length_ns;
    return last_start_ns_;
  }

 private:
  /// Right after the last packet, unless it cannot have waited that long: then it has only just ended.
  uint64_t derived(uint64_t length_ns, uint64_t now_ns) const noexcept {
    const bool follows = next_start_ns_ != 0 && next_start_ns_ + length_ns + most_waiting_ns_ >= now_ns;
    if (follows) return next_start_ns_;
    const uint64_t just_ended = now_ns > length_ns ? now_ns - length_ns : 0;
    return just_ended > last_start_ns_ ? just_ended : last_start_ns_ + 1;
  }

  static constexpr uint64_t slack_ns = 2'000'000'000u;
  uint32_t sample_rate_;
  uint64_t most_waiting_ns_;
  uint64_t last_start_ns_;
  uint64_t next_start_ns_ = 0;
};

}  // namespace capture
