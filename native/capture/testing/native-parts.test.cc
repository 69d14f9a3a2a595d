// Tests of the parts that no sound system is needed for. Ends with 0 if all is right, else says what is not.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <thread>
#include <vector>

#include "../src/device-clock.h"
#include "../src/recorder.h"
#include "../src/ring.h"

namespace {

using namespace capture;

void check(bool is_right, const char* what) {
  if (is_right) return;
  std::fprintf(stderr, "wrong: %s\n", what);
  std::exit(1);
}

void ring_is_full_and_empty() {
  Ring<int> ring(2);
  check(!ring.to_read(), "a new ring is empty");
  for (int value = 1; value <= 2; value++) {
    *ring.to_write() = value;
    ring.commit();
  }
  check(!ring.to_write(), "a full ring takes no more");
  check(*ring.to_read() == 1, "the oldest comes first");
  ring.release();
  check(ring.to_write() != nullptr, "what is read makes room");
  check(*ring.to_read() == 2, "the order stays");
}

// What one thread writes the other reads, all of it and in order, however the two are scheduled.
void ring_keeps_order_between_threads() {
  struct Pair {
    int number;
    int square;
  };
  constexpr int count = 200'000;
  Ring<Pair> ring(7);
  std::thread writer([&ring] {
    for (int number = 0; number < count;) {
      if (Pair* place = ring.to_write()) {
        *place = {number, number % 1000 * (number % 1000)};
        ring.commit();
        number++;
      } else {
        std::this_thread::yield();
      }
    }
  });
  for (int expected = 0; expected < count;) {
    if (const Pair* pair = ring.to_read()) {
      check(pair->number == expected, "every number, once, in order");
      check(pair->square == expected % 1000 * (expected % 1000), "a place is read whole");
      ring.release();
      expected++;
    } else {
      std::this_thread::yield();
    }
  }
  writer.join();
  check(!ring.to_read(), "nothing but what was written");
}

constexpr uint32_t rate = 1000;  // a chunk of 10 ms is 10 samples
constexpr uint64_t ms = 1'000'000;

void prepare(Recorder& recorder) { recorder.format.sample_rate = rate; }

void recorder_averages_and_dates() {
  Bell bell;
  Recorder recorder(1000, bell);
  prepare(recorder);
  std::vector<float> stereo;
  for (int frame = 0; frame < 15; frame++) {
    stereo.push_back(static_cast<float>(frame));
    stereo.push_back(static_cast<float>(-frame) + 1);
  }
  recorder.on_frames(stereo.data(), 15, 2, 500 * ms, false);
  recorder.on_frames(nullptr, 15, 2, 515 * ms, false);
  const Chunk* chunk = recorder.next();
  check(chunk->length == 10 && chunk->steady_ns == 500 * ms, "the first chunk has 10 samples and its time");
  check(chunk->samples[3] == 0.5f && !chunk->discontinuity && chunk->lost_before == 0, "channels are averaged");
  recorder.release();
  chunk = recorder.next();
  check(chunk->steady_ns == 510 * ms && chunk->samples[4] == 0.5f && chunk->samples[5] == 0, "silence follows sound");
  recorder.release();
  check(recorder.next()->steady_ns == 520 * ms, "times go on");
}

void recorder_keeps_gaps_between_chunks() {
  Bell bell;
  Recorder recorder(1000, bell);
  prepare(recorder);
  recorder.on_frames(nullptr, 4, 1, 0, false);
  recorder.on_frames(nullptr, 4, 1, 4 * ms, true);    // the device told
  recorder.on_frames(nullptr, 4, 1, 208 * ms, false);  // the time tells
  recorder.on_frames(nullptr, 4, 1, 213 * ms, false);  // jitter
  recorder.finish();
  const struct {
    uint32_t length;
    uint64_t at;
    bool discontinuity;
  } expected[] = {{4, 0, false}, {4, 4 * ms, true}, {8, 208 * ms, false}};
  for (const auto& one : expected) {
    const Chunk* chunk = recorder.next();
    check(chunk && chunk->length == one.length, "a gap ends a chunk, jitter does not");
    check(chunk->steady_ns == one.at && chunk->discontinuity == one.discontinuity, "a gap is where it was");
    recorder.release();
  }
  check(recorder.end() && !recorder.end()->failure, "a closed stream ends without a reason");
}

void recorder_counts_what_is_lost() {
  Bell bell;
  Recorder recorder(20, bell);  // room for two chunks
  prepare(recorder);
  recorder.on_frames(nullptr, 55, 1, 0, false);
  check(recorder.wait_for_more() == false, "there is something to read");
  recorder.release();
  recorder.on_frames(nullptr, 5, 1, 55 * ms, false);
  recorder.on_frames(nullptr, 12, 1, 60 * ms, false);
  recorder.on_end({Reason::device_lost, "gone"});
  recorder.on_end({Reason::failed, "twice"});
  check(!recorder.end(), "the end comes after all chunks");
  check(recorder.next()->steady_ns == 10 * ms && recorder.next()->lost_before == 0, "the oldest are kept");
  recorder.release();
  check(recorder.next()->steady_ns == 50 * ms, "what comes after the loss has its own time");
  check(recorder.next()->lost_before == 30, "what is lost is told in its place");
  recorder.release();
  check(recorder.end()->lost_before == 12, "what is lost at the end is told too");
  check(recorder.end()->failure->reason == Reason::device_lost, "the first reason counts");
  recorder.finish();
}

void recorder_rings_only_who_waits() {
  Bell bell;
  Recorder recorder(1000, bell);
  prepare(recorder);
  check(recorder.wait_for_more(), "nothing is there yet");
  std::thread device([&recorder] { recorder.on_frames(nullptr, 10, 1, 0, false); });
  bell.wait();
  check(recorder.next() != nullptr, "who is rung finds something");
  device.join();
}

// 10 ms of jitter and a clock that drifts by 200 millionths: chunks stay 10 ms apart, and nothing jumps.
void clock_is_smooth() {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> jitter(-5e6, 5e6);
  DeviceClock clock(48000);
  double last = 0;
  for (uint64_t frame = 0; frame < 48000 * 120; frame += 480) {
    const double truth = 1e9 + static_cast<double>(frame) * 1e9 / 48000 * 1.0002;
    if (!clock.started() || clock.wants_look(frame)) {
      check(!clock.observe(frame, std::llround(truth + jitter(random))), "jitter is no gap");
    }
    const auto now = static_cast<double>(clock.time_of(frame));
    check(frame == 0 || std::abs(now - last - 10e6) <= 60e3, "chunks are 10 ms apart");
    check(std::abs(now - truth) < 7e6, "the clock follows the device");
    last = now;
  }
}

void clock_sees_missing_sound() {
  DeviceClock clock(48000);
  int jumps = 0;
  int looks_late = 0;
  int64_t last = -1;
  for (uint64_t frame = 0; frame < 48000 * 20; frame += 480) {
    const int64_t lost = frame >= 48000 * 4 ? 300'000'000 : 0;
    const int64_t late = frame / 48000 == 2 ? 90'000'000 : 0;  // in one second one answer is late
    const auto truth = static_cast<int64_t>(frame * 1'000'000'000 / 48000) + lost;
    if (!clock.started() || clock.wants_look(frame)) {
      const bool is_late = late > 0 && looks_late++ == 0;
      jumps += clock.observe(frame, truth + (is_late ? late : 0));
    }
    check(clock.time_of(frame) > last, "time never goes back");
    last = clock.time_of(frame);
    if (frame > 48000 * 5) check(std::abs(last - truth) < 1'000'000, "after the jump the time is right");
  }
  check(jumps == 1, "one loss, one jump; one late answer is none");
}

void clock_never_goes_back() {
  DeviceClock clock(48000);
  clock.observe(0, 5'000'000'000);
  clock.restart(48000);
  clock.restart(48000);
  clock.observe(48000, 5'500'000'000);  // would be half a second before what was said already
  check(clock.time_of(48000) == 6'000'000'000, "time goes on after a standstill");
}

}  // namespace

int main() {
  ring_is_full_and_empty();
  ring_keeps_order_between_threads();
  recorder_averages_and_dates();
  recorder_keeps_gaps_between_chunks();
  recorder_counts_what_is_lost();
  recorder_rings_only_who_waits();
  clock_is_smooth();
  clock_sees_missing_sound();
  clock_never_goes_back();
}
