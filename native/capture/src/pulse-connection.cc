#include "pulse-connection.h"

namespace capture::pulse {
namespace {

constexpr std::chrono::seconds between_tries{1};
constexpr const char* our_name = "RTSTT";  // as volume controls show who records

}  // namespace

Connection::Lock::Lock(const Connection& connection) : mainloop_(connection.mainloop_) {
  library().threaded_mainloop_lock(mainloop_);
}

Connection::Lock::~Lock() { library().threaded_mainloop_unlock(mainloop_); }

Connection::Connection(std::string server, std::function<void()> changed)
    : api(library()), server_(std::move(server)), changed_(std::move(changed)), mainloop_(api.threaded_mainloop_new()) {
  if (!mainloop_ || api.threaded_mainloop_start(mainloop_) < 0) {
    throw Failure{Reason::failed, "the mainloop cannot be started"};
  }
  {
    Lock lock(*this);
    connect();
  }
  keeper_ = std::thread([this] { keep_trying(); });
}

Connection::~Connection() {
  {
    std::lock_guard<std::mutex> lock(keeper_mutex_);
    stopping_ = true;
  }
  keeper_woken_.notify_all();
  keeper_.join();
  {
    Lock lock(*this);
    drop_context();
  }
  api.threaded_mainloop_stop(mainloop_);
  api.threaded_mainloop_free(mainloop_);
}

// With the lock. Does not wait.
void Connection::connect() {
  drop_context();
  state_ = State::connecting;
  context_ = api.context_new(api.threaded_mainloop_get_api(mainloop_), our_name);
  api.context_set_state_callback(context_, [](Context*, void* self) { static_cast<Connection*>(self)->on_state(); },
                                 this);
  // A desktop starts its own sound server; one that we started would come back every second after it was ended.
  const int status =
      api.context_connect(context_, server_.empty() ? nullptr : server_.c_str(), context_no_autospawn, nullptr);
  if (status < 0 && state_ == State::connecting) on_state();
}

void Connection::drop_context() {
  if (!context_) return;
  api.context_set_state_callback(context_, nullptr, nullptr);
  api.context_set_subscribe_callback(context_, nullptr, nullptr);
  api.context_disconnect(context_);
  api.context_unref(context_);
  context_ = nullptr;
}

// Mainloop thread, or with the lock.
void Connection::on_state() {
  const int now = api.context_get_state(context_);
  if (now == context_ready) {
    state_ = State::ready;
    api.context_set_subscribe_callback(context_, on_event, this);
    Operation* subscribing =
        api.context_subscribe(context_, subscribe_sinks | subscribe_sources | subscribe_server, nullptr, nullptr);
    if (subscribing) api.operation_unref(subscribing);
    if (asking_) asking_->finish(0);
    if (was_away_) tell_change();
    was_away_ = false;
    return;
  }
  if (now != context_failed && now != context_terminated) return;
  const bool was_ready = state_ == State::ready;
  state_ = State::away;
  was_away_ = true;
  if (asking_) asking_->finish(api.context_errno(context_));
  if (was_ready) tell_change();
  {
    std::lock_guard<std::mutex> lock(keeper_mutex_);
    away_ = true;
  }
  keeper_woken_.notify_all();
}

void Connection::tell_change() {
  device_version_ += 2;  // odd for ever
  changed_();
}

void Connection::on_event(Context*, int event, uint32_t, void* self) {
  // A sink or source also changes with every step of its volume; only the server's change tells of a default.
  const bool is_server = (event & event_facility_mask) == event_server;
  if (!is_server && (event & event_type_mask) == event_change) return;
  static_cast<Connection*>(self)->tell_change();
}

// The keeper's thread: sleeps while the server is there.
void Connection::keep_trying() {
  for (;;) {
    {
      std::unique_lock<std::mutex> lock(keeper_mutex_);
      keeper_woken_.wait(lock, [this] { return away_ || stopping_; });
      if (keeper_woken_.wait_for(lock, between_tries, [this] { return stopping_; })) return;
      away_ = false;
    }
    Lock lock(*this);
    if (state_ == State::away) connect();
  }
}

void Connection::require_server() {
  Waiter waiter;
  {
    Lock lock(*this);
    if (state_ == State::away) connect();
    if (state_ == State::ready) return;
    if (state_ == State::away) throw failure_of(api.context_errno(context_), "connecting");
    asking_ = &waiter;
  }
  const auto error = waiter.wait();
  Lock lock(*this);
  asking_ = nullptr;
  if (!error) throw Failure{Reason::server_unreachable, "connecting: no answer"};
  if (*error != 0) throw failure_of(*error, "connecting");
}

Context* Connection::ready_context() const {
  if (state_ != State::ready) throw Failure{Reason::server_unreachable, "the sound server went away"};
  return context_;
}

void Connection::ask(const char* what, const std::function<Operation*(Context*, Waiter&)>& start) {
  Waiter waiter;
  Operation* operation = nullptr;
  {
    Lock lock(*this);
    Context* context = ready_context();
    operation = start(context, waiter);
    if (!operation) throw failure_of(api.context_errno(context), what);
    asking_ = &waiter;
  }
  const auto error = waiter.wait();
  Lock lock(*this);
  asking_ = nullptr;
  api.operation_cancel(operation);  // nothing if it is done; else its callback must not find the waiter gone
  api.operation_unref(operation);
  if (!error) throw Failure{Reason::server_unreachable, std::string(what) + ": no answer"};
  if (*error != 0) throw failure_of(*error, what);
}

Failure Connection::failure_of(int error, const std::string& what) const {
  const std::string detail = what + ": " + api.strerror(error);
  switch (error) {
    case error_access:
    case error_auth_key: return {Reason::permission_denied, detail};
    case error_no_entity: return {Reason::unknown_device, detail};
    case error_busy: return {Reason::device_in_use, detail};
    case error_invalid:
    case error_not_supported: return {Reason::unsupported_format, detail};
    case error_killed: return {Reason::device_lost, detail};
    default: break;
  }
  return {state_ == State::ready ? Reason::failed : Reason::server_unreachable, detail};
}

int Connection::error() const { return context_ ? api.context_errno(context_) : 0; }

Failure Connection::loss_of(int error) const {
  const bool has_server = context_ && api.context_get_state(context_) == context_ready;
  if (has_server) return {Reason::device_lost, std::string("the stream ended: ") + api.strerror(error)};
  return {Reason::server_unreachable, std::string("the sound server went away: ") + api.strerror(error)};
}

}  // namespace capture::pulse
