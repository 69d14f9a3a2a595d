// The connection to the sound server, kept up by itself: while the server is away it is tried once a second.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>

#include "backend.h"
#include "pulse-api.h"
#include "pulse-waiter.h"

namespace capture::pulse {

class Connection {
 public:
  /// `changed` is called on the mainloop thread: devices or defaults changed, the server went or came back.
  Connection(std::string server, std::function<void()> changed);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Holds the mainloop still: libpulse's functions may be called by the thread that has one.
  class Lock {
   public:
    explicit Lock(const Connection& connection);
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

   private:
    ThreadedMainloop* mainloop_;
  };

  /// Worker thread: returns once the server is there, else throws Failure.
  void require_server();

  /// With a Lock: the context, if the server is there; else throws Failure.
  Context* ready_context() const;

  /// Worker thread: starts an operation whose callback finishes the waiter, and waits. Throws Failure.
  void ask(const char* what, const std::function<Operation*(Context*, Waiter&)>& start);

  /// What an error code of the server means; `what` is the call that failed.
  Failure failure_of(int error, const std::string& what) const;

  /// Mainloop thread, or with a Lock: the last error code of the server.
  int error() const;
  /// Why a stream that ran has ended.
  Failure loss_of(int error) const;

  /// Any thread: another number whenever devices may have changed; never 0.
  uint32_t device_version() const { return device_version_; }

  const Library& api;

 private:
  enum class State { away, connecting, ready };

  void connect();
  void tell_change();
  void drop_context();
  void on_state();
  void keep_trying();
  static void on_event(Context*, int event, uint32_t index, void* self);

  const std::string server_;
  const std::function<void()> changed_;
  std::atomic<uint32_t> device_version_{1};
  ThreadedMainloop* mainloop_;

  // Guarded by the mainloop's lock.
  Context* context_ = nullptr;
  State state_ = State::away;
  bool was_away_ = false;
  Waiter* asking_ = nullptr;  // who must hear that the server went away

  std::mutex keeper_mutex_;  // taken after the mainloop's lock, never before
  std::condition_variable keeper_woken_;
  bool away_ = false;
  bool stopping_ = false;
  std::thread keeper_;
};

}  // namespace capture::pulse
