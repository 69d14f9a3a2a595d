// One JavaScript environment (main thread or worker thread), its connections, and the one thread that calls into it.
#pragma once

#include <node_api.h>

#include <atomic>
#include <memory>
#include <set>
#include <thread>

#include "bell.h"

namespace capture {

class Connection;

/// Touched by the JavaScript thread only, except `bell`, which any thread may ring.
class Environment {
 public:
  Bell bell;

  /// Called once per environment, when the addon loads there. False if it cannot be.
  static bool open(napi_env env);
  static Environment* of(napi_env env);

  void add(std::shared_ptr<Connection> connection);
  void remove(const std::shared_ptr<Connection>& connection);

  /// While anything is held the process stays alive: a promise, or an iteration that waits for sound.
  void hold(napi_env env);
  void let_go(napi_env env);

 private:
  static void deliver(napi_env env, napi_value callback, void* context, void* data);
  static void close(void* data);
  void call_when_rung();

  napi_threadsafe_function calls_ = nullptr;
  std::thread ringer_;  // started with the first connection
  std::atomic<bool> called_{false};
  std::atomic<bool> closing_{false};
  std::set<std::shared_ptr<Connection>> connections_;
  int holds_ = 0;
};

}  // namespace capture
