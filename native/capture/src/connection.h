// A connection to the sound system as JavaScript holds it: one backend, one worker thread that alone calls it, and the
// streams that are open.
#pragma once

#include <node_api.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

#include "backend.h"
#include "environment.h"
#include "recorder.h"

namespace capture {

/// A promise, and how it is kept.
struct Job {
  std::function<void()> run;                   // worker thread; throws Failure
  std::function<napi_value(napi_env)> result;  // JavaScript thread, if run did not throw
  napi_deferred promise = nullptr;
  std::optional<Failure> failure;
};

struct OpenStream {
  OpenStream(uint32_t ring_ms, Bell& bell) : recorder(ring_ms, bell) {}
  Recorder recorder;
  std::unique_ptr<Stream> stream;  // touched by the worker thread only; dies before the recorder
  bool awaited = false;            // JavaScript thread: an iteration waits for sound
  bool over = false;               // JavaScript thread: all is taken, the end included
};

/// JavaScript thread, unless said otherwise.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  /// Returns the promise of the connection's handle. `listener(changed)` is called when streams may have more, or
  /// when devices changed.
  static napi_value start(napi_env env, const std::string& server, napi_value listener);

  /// Returns a promise; of a closed connection, one that has failed.
  napi_value devices(napi_env env);
  napi_value open(napi_env env, const StreamConfig& config, uint32_t ring_ms);
  napi_value close_stream(napi_env env, std::shared_ptr<OpenStream> stream);
  napi_value peaks(napi_env env, Kind kind);
  napi_value close(napi_env env);

  /// Keeps promises and tells the listener.
  void deliver(napi_env env);
  /// Ends everything and waits for it; promises are never kept. For the end of the environment.
  void shut_down();

 private:
  explicit Connection(Environment& environment) : environment_(environment) {}
  napi_value enqueue(napi_env env, std::function<void()> run, std::function<napi_value(napi_env)> result);
  napi_value promise_of(napi_env env, Job& job);
  void settle(napi_env env, const Job& job);
  void work();
  std::unique_ptr<Job> next();
  void end(OpenStream& stream);

  Environment& environment_;
  napi_ref listener_ = nullptr;
  std::thread worker_;
  std::atomic<bool> changed_{false};

  std::mutex mutex_;  // guards what follows, up to the empty line
  std::condition_variable waiting_changed_;
  std::deque<std::unique_ptr<Job>> waiting_;
  std::deque<std::unique_ptr<Job>> done_;
  std::unique_ptr<Job> farewell_;  // the promise of close()
  bool closing_ = false;
  bool over_ = false;

  // Worker thread only.
  std::unique_ptr<Backend> backend_;
  std::set<std::shared_ptr<OpenStream>> streams_;
};

}  // namespace capture
