// Tests of what the Windows side does without Windows. Ends with 0 if all is right, else says what is not.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "../src/wasapi-clock.h"
#include "../src/wasapi-samples.h"

namespace {

using namespace capture;

void check(bool is_right, const char* what) {
  if (is_right) return;
  std::fprintf(stderr, "wrong: %s\n", what);
  std::exit(1);
}

/// `sample` of full scale 1 in the bytes of a format, by another way than the code that reads them.
void write(SampleType type, double sample, uint8_t* to) {
  if (type == SampleType::f32) {
    const float value = static_cast<float>(sample);
    std::memcpy(to, &value, sizeof value);
    return;
  }
  const int bits = static_cast<int>(bytes_of(type)) * 8;
  const double full = std::ldexp(1.0, bits - 1);
  const int64_t value = std::llround(std::fmin(sample * full, full - 1));
  for (size_t i = 0; i < bytes_of(type); i++) to[i] = static_cast<uint8_t>(static_cast<uint64_t>(value) >> (8 * i));
}

void every_format_becomes_the_same_floats() {
  for (const SampleType type : {SampleType::f32, SampleType::s16, SampleType::s24, SampleType::s32}) {
    const size_t size = bytes_of(type);
    // One step of the format, or of a float.
    const double step = std::ldexp(1.0, 1 - (size < 3 ? 16 : 24));
    std::vector<double> samples = {0, 1, -1, 0.5, -0.5, 0.25, -1.0 / 32768, 1.0 / 32768};
    for (int i = 0; i < 1000; i++) samples.push_back(std::sin(i * 0.1));
    // One byte off: a packet may begin anywhere.
    std::vector<uint8_t> bytes(samples.size() * size + 1);
    for (size_t i = 0; i < samples.size(); i++) write(type, samples[i], &bytes[i * size + 1]);
    std::vector<float> floats(samples.size());
    to_floats(type, &bytes[1], floats.data(), floats.size());
    for (size_t i = 0; i < samples.size(); i++)
      check(std::fabs(static_cast<double>(floats[i]) - samples[i]) <= step, name_of(type));
    check(floats[2] == -1 && floats[3] == 0.5f && floats[0] == 0, "full scale is one, and half of it a half");
  }
}

void only_known_formats_are_read() {
  check(sample_type(true, 32) == SampleType::f32 && sample_type(true, 64) == SampleType::none, "floats have 32 bits");
  check(sample_type(false, 24) == SampleType::s24, "three bytes are known");
  check(sample_type(false, 8) == SampleType::none && bytes_of(SampleType::none) == 0, "one byte is not");
}

constexpr uint64_t ms = 1'000'000;
constexpr uint64_t hour = 3'600'000 * ms;

PacketClock clock_at(uint64_t started) { return PacketClock(48'000, started, 1000 * ms); }

void what_the_device_says_is_taken() {
  PacketClock clock = clock_at(hour);
  check(clock.start_of(hour + 3 * ms, 480, hour + 14 * ms) == hour + 3 * ms, "the first");
  check(clock.start_of(hour + 13 * ms, 480, hour + 24 * ms) == hour + 13 * ms, "the next");
  check(clock.start_of(hour + 60'000 * ms, 480, hour + 60'011 * ms) == hour + 60'000 * ms, "after a minute of nothing");
  check(clock.start_of(hour + 60'030 * ms, 480, hour + 60'011 * ms) == hour + 60'030 * ms, "a little ahead");
}

void what_cannot_be_is_derived() {
  PacketClock clock = clock_at(hour);
  check(clock.start_of(0, 480, hour + 14 * ms) == hour + 4 * ms, "without a word the first has just ended");
  check(clock.start_of(0, 480, hour + 25 * ms) == hour + 14 * ms, "the next goes on where it ended");
  check(clock.start_of(5, 480, hour + 35 * ms) == hour + 24 * ms, "a time before the last packet");
  check(clock.start_of(hour + 9000 * ms, 480, hour + 45 * ms) == hour + 34 * ms, "a time that is still to come");
  check(clock.start_of(0, 480, hour + 700 * ms) == hour + 44 * ms, "a packet that we let wait");
  check(clock.start_of(0, 480, hour + 9000 * ms) == hour + 8990 * ms, "one that cannot have waited so long");
  check(clock.start_of(hour + 9000 * ms, 480, hour + 9011 * ms) == hour + 9000 * ms, "the device is believed again");
}

void time_never_goes_back() {
  PacketClock clock = clock_at(hour);
  uint64_t last = 0;
  uint32_t random = 1;
  for (uint64_t now = hour; now < hour + 20'000 * ms; now += 10 * ms) {
    random = random * 1664525u + 1013904223u;
    const uint64_t told = random % 5 == 0 ? 0 : now - 500 * ms + (random >> 8) % 1000 * ms;
    const uint64_t start = clock.start_of(told, 480, now);
    check(start > last, "a packet is later than the one before");
    last = start;
  }
}

}  // namespace

int main() {
  every_format_becomes_the_same_floats();
  only_known_formats_are_read();
  what_the_device_says_is_taken();
  what_cannot_be_is_derived();
  time_never_goes_back();
}
