// One answer of the sound server, waited for on a worker thread with a limit: a server that hangs must not hang us.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace capture::pulse {

class Waiter {
 public:
  /// Mainloop thread; 0 is success, else PulseAudio's error code. The first answer counts.
  void finish(int error) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      if (!answer_) answer_ = error;
    }
    finished_.notify_all();
  }

  /// Worker thread, without the mainloop's lock. Nothing: no answer in time.
  std::optional<int> wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    finished_.wait_for(lock, limit, [this] { return answer_.has_value(); });
    return answer_;
  }

 private:
  static constexpr std::chrono::seconds limit{5};
  std::mutex mutex_;
  std::condition_variable finished_;
  std::optional<int> answer_;
};

}  // namespace capture::pulse
