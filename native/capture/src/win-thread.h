// The clock, and the priority of a thread that must not miss a packet.
#pragma once

#include <windows.h>

#include <cstdint>

namespace capture {

/// Any thread, allocates nothing. The performance counter in nanoseconds: the clock of uv_hrtime.
uint64_t steady_ns() noexcept;

/// The calling thread as Windows runs sound software, while this lives. Without that service it is an ordinary thread.
class ProAudioThread {
 public:
  ProAudioThread() noexcept;
  ProAudioThread(const ProAudioThread&) = delete;
  ProAudioThread& operator=(const ProAudioThread&) = delete;
  ~ProAudioThread();

 private:
  HMODULE library_;
  HANDLE task_ = nullptr;
};

}  // namespace capture
