// Wakes one sleeping thread. Ringing allocates nothing, locks nothing and never blocks, so the audio thread may ring.
#pragma once

#ifdef _WIN32
#include <windows.h>
#else
#include <semaphore.h>

#include <cerrno>
#endif

namespace capture {

class Bell {
 public:
  Bell(const Bell&) = delete;
  Bell& operator=(const Bell&) = delete;

#ifdef _WIN32
  Bell() : event_(CreateEventW(nullptr, FALSE, FALSE, nullptr)) {}
  ~Bell() { CloseHandle(event_); }
  void ring() noexcept { SetEvent(event_); }
  void wait() noexcept { WaitForSingleObject(event_, INFINITE); }

 private:
  HANDLE event_;
#else
  Bell() { sem_init(&semaphore_, 0, 0); }
  ~Bell() { sem_destroy(&semaphore_); }
  void ring() noexcept { sem_post(&semaphore_); }
  void wait() noexcept {
    while (sem_wait(&semaphore_) != 0 && errno == EINTR) {
    }
  }

 private:
  sem_t semaphore_;
#endif
};

}  // namespace capture
