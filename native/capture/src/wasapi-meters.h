// The endpoints' own peak meters, read by a small thread while somebody looks at them.
#pragma once

#include <windows.h>
#include <mmdeviceapi.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "backend.h"
#include "win-com.h"

namespace capture {

/// IAudioMeterInformation, which the header of one of the two compilers only names. Two more functions follow in it.
struct PeakMeter : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE GetPeakValue(float* peak) = 0;
};

class Meters {
 public:
  explicit Meters(Com<IMMDeviceEnumerator> enumerator) : enumerator_(std::move(enumerator)) {}
  Meters(const Meters&) = delete;
  Meters& operator=(const Meters&) = delete;
  ~Meters();

  /// Worker thread. The loudest of each endpoint since the last look; starts the meters, which then run for ten seconds.
  std::vector<Peak> take(Kind kind);

  /// Any thread, does not block: the endpoints must be listed again.
  void devices_changed() noexcept { changes_++; }

 private:
  using Clock = std::chrono::steady_clock;

  struct Meter {
    std::string device_id;
    Com<PeakMeter> meter;
  };

  /// One kind of endpoint. `meters` and `seen_changes` belong to the thread, the rest is guarded by `lock_`.
  struct Group {
    explicit Group(Kind of) : kind(of) {}
    const Kind kind;
    std::vector<Meter> meters;
    unsigned seen_changes = 0;
    Clock::time_point wanted_until{};
    std::vector<Peak> peaks;
  };

  void run();
  void read(Group& group);
  void list_again(Group& group);
  bool wanted(const Group& group) const { return Clock::now() < group.wanted_until; }

  const Com<IMMDeviceEnumerator> enumerator_;
  std::atomic<unsigned> changes_{1};
  std::mutex lock_;
  std::condition_variable wake_;
  Group groups_[2] = {Group(Kind::microphone), Group(Kind::loopback)};
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace capture
