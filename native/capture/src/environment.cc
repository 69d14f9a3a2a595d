#include "environment.h"

#include "../../recognition/src/js-values.h"
#include "connection.h"

namespace capture {

bool Environment::open(napi_env env) {
  auto environment = std::make_unique<Environment>();
  if (napi_create_threadsafe_function(env, nullptr, nullptr, js::make_text(env, "capture"), 0, 1, nullptr, nullptr,
                                      environment.get(), deliver, &environment->calls_) != napi_ok) {
    return false;
  }
  napi_unref_threadsafe_function(env, environment->calls_);
  // Hooks run last in, first out: ours, added after the function's own, finds the function still open. The instance's
  // data is dropped after all hooks.
  napi_add_env_cleanup_hook(env, close, environment.get());
  const auto drop = [](napi_env, void* data, void*) { delete static_cast<Environment*>(data); };
  return napi_set_instance_data(env, environment.release(), drop, nullptr) == napi_ok;
}

Environment* Environment::of(napi_env env) {
  void* data = nullptr;
  napi_get_instance_data(env, &data);
  return static_cast<Environment*>(data);
}

void Environment::add(std::shared_ptr<Connection> connection) {
  connections_.insert(std::move(connection));
  if (!ringer_.joinable()) ringer_ = std::thread([this] { call_when_rung(); });
}

void Environment::remove(const std::shared_ptr<Connection>& connection) { connections_.erase(connection); }

void Environment::hold(napi_env env) {
  if (holds_++ == 0) napi_ref_threadsafe_function(env, calls_);
}

void Environment::let_go(napi_env env) {
  if (--holds_ == 0) napi_unref_threadsafe_function(env, calls_);
}

// The thread between audio and JavaScript: a call into JavaScript takes locks and memory, which audio threads must not.
void Environment::call_when_rung() {
  for (bell.wait(); !closing_; bell.wait()) {
    // One call that is still on its way will find all there is.
    if (!called_.exchange(true)) napi_call_threadsafe_function(calls_, nullptr, napi_tsfn_nonblocking);
  }
}

void Environment::deliver(napi_env env, napi_value, void* context, void*) {
  if (!env) return;  // the environment is going away; close has joined all threads
  Environment& environment = *static_cast<Environment*>(context);
  environment.called_ = false;
  const auto connections = environment.connections_;  // what is called may open and close some
  for (const auto& connection : connections) connection->deliver(env);
}

// A worker is terminated or the process exits: stop what runs, wait for its threads, free the devices.
void Environment::close(void* data) {
  Environment& environment = *static_cast<Environment*>(data);
  for (const auto& connection : environment.connections_) connection->shut_down();
  environment.connections_.clear();
  environment.closing_ = true;
  environment.bell.ring();
  if (environment.ringer_.joinable()) environment.ringer_.join();
}

}  // namespace capture
