// One recording. All but construction and destruction happens on the mainloop's thread, which is the audio thread.
#pragma once

#include "backend.h"
#include "device-clock.h"
#include "pulse-connection.h"
#include "pulse-devices.h"

namespace capture::pulse {

class Recording final : public capture::Stream {
 public:
  /// Worker thread. Returns when it runs; throws Failure.
  Recording(Connection& connection, const Endpoint& endpoint, Sink& sink);
  ~Recording() override;

 private:
  void start(const Endpoint& endpoint);
  void release();
  void on_state();
  void on_suspended();
  void look_at_clock();
  void read();
  bool start_clock();
  void hand_on(const float* interleaved, uint32_t frames);
  void ask_for_look();
  uint64_t unread_frames() const;

  Connection& connection_;
  const Library& api_;
  Sink& sink_;
  const uint32_t rate_;
  const uint32_t channels_;
  StreamObject* stream_ = nullptr;
  Waiter opening_;
  bool ready_ = false;
  bool ended_ = false;

  DeviceClock clock_;
  uint64_t position_ = 0;  // frames handed on
  uint64_t heard_at_look_ = 0;
  int64_t untimed_since_ns_ = 0;  // 0: nothing waits
  bool is_asking_ = false;
  bool discontinuity_ = false;
};

}  // namespace capture::pulse
