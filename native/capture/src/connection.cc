#include "connection.h"

#include "../../recognition/src/handles.h"
#include "../../recognition/src/js-values.h"
#include "native-types.h"
#include "values.h"

namespace capture {
namespace {

constexpr const char* closed = "the connection is closed";

napi_value make_nothing(napi_env env) {
  napi_value value = nullptr;
  napi_get_undefined(env, &value);
  return value;
}

}  // namespace

napi_value Connection::start(napi_env env, const std::string& server, napi_value listener) {
  Environment& environment = *Environment::of(env);
  std::shared_ptr<Connection> self(new Connection(environment));
  napi_create_reference(env, listener, 1, &self->listener_);
  environment.add(self);
  Connection* raw = self.get();  // the environment holds it for as long as the worker runs
  const auto connect = [raw, server] {
    const auto tell = [](void* context) {
      Connection& connection = *static_cast<Connection*>(context);
      if (!connection.changed_.exchange(true)) connection.environment_.bell.ring();
    };
    try {
      raw->backend_ = open_backend(server, tell, raw);
    } catch (...) {
      std::lock_guard<std::mutex> lock(raw->mutex_);
      raw->closing_ = true;
      throw;
    }
  };
  napi_value promise =
      self->enqueue(env, connect, [raw](napi_env now) { return js::make_handle(now, raw->shared_from_this()); });
  self->worker_ = std::thread([raw] { raw->work(); });
  return promise;
}

napi_value Connection::devices(napi_env env) {
  auto devices = std::make_shared<std::vector<Device>>();
  return enqueue(
      env, [this, devices] { *devices = backend_->devices(); },
      [devices](napi_env now) { return make_devices(now, *devices); });
}

napi_value Connection::peaks(napi_env env, Kind kind) {
  auto peaks = std::make_shared<std::vector<Peak>>();
  return enqueue(
      env, [this, peaks, kind] { *peaks = backend_->peaks(kind); },
      [peaks](napi_env now) { return make_peaks(now, *peaks); });
}

napi_value Connection::open(napi_env env, const StreamConfig& config, uint32_t ring_ms) {
  auto opened = std::make_shared<std::shared_ptr<OpenStream>>();
  const auto run = [this, opened, config, ring_ms] {
    auto stream = std::make_shared<OpenStream>(ring_ms, environment_.bell);
    stream->stream = backend_->open(config, stream->recorder, stream->recorder.format);
    streams_.insert(stream);
    *opened = std::move(stream);
  };
  return enqueue(env, run, [opened](napi_env now) {
    napi_value value = make_format(now, (*opened)->recorder.format);
    js::set(now, value, "handle", js::make_handle(now, *opened));
    return value;
  });
}

napi_value Connection::close_stream(napi_env env, std::shared_ptr<OpenStream> stream) {
  const auto run = [this, stream] {
    if (streams_.erase(stream) > 0) end(*stream);
  };
  return enqueue(env, run, make_nothing);
}

// Jobs that wait are done first; then the worker ends, and keeps the promise made here as its last act.
napi_value Connection::close(napi_env env) {
  auto farewell = std::make_unique<Job>();
  farewell->result = make_nothing;
  napi_value promise = promise_of(env, *farewell);
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (closing_) farewell->failure = Failure{Reason::failed, closed};
    else farewell_ = std::move(farewell);
    closing_ = true;
  }
  waiting_changed_.notify_one();
  if (farewell) settle(env, *farewell);
  return promise;
}

napi_value Connection::enqueue(napi_env env, std::function<void()> run, std::function<napi_value(napi_env)> result) {
  auto job = std::make_unique<Job>();
  job->run = std::move(run);
  job->result = std::move(result);
  napi_value promise = promise_of(env, *job);
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (closing_) job->failure = Failure{Reason::failed, closed};
    else waiting_.push_back(std::move(job));
  }
  waiting_changed_.notify_one();
  if (job) settle(env, *job);
  return promise;
}

napi_value Connection::promise_of(napi_env env, Job& job) {
  napi_value promise = nullptr;
  napi_create_promise(env, &job.promise, &promise);
  environment_.hold(env);
  return promise;
}

void Connection::settle(napi_env env, const Job& job) {
  environment_.let_go(env);
  if (job.failure) napi_reject_deferred(env, job.promise, make_failure(env, *job.failure));
  else napi_resolve_deferred(env, job.promise, job.result(env));
}

void Connection::deliver(napi_env env) {
  std::deque<std::unique_ptr<Job>> done;
  bool over = false;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    done.swap(done_);
    over = over_;
  }
  for (const auto& job : done) settle(env, *job);
  if (!listener_) return;
  napi_value listener = nullptr;
  napi_value nobody = nullptr;
  napi_value changed = js::make_flag(env, changed_.exchange(false));
  napi_get_reference_value(env, listener_, &listener);
  napi_get_undefined(env, &nobody);
  napi_call_function(env, nobody, listener, 1, &changed, nullptr);
  if (!over) return;
  worker_.join();
  napi_delete_reference(env, listener_);
  listener_ = nullptr;
  environment_.remove(shared_from_this());
}

void Connection::shut_down() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    closing_ = true;
    waiting_.clear();
  }
  waiting_changed_.notify_one();
  worker_.join();
}

void Connection::work() {
  while (auto job = next()) {
    try {
      job->run();
    } catch (const Failure& failure) {
      job->failure = failure;
    } catch (const std::exception& error) {
      job->failure = Failure{Reason::failed, error.what()};
    }
    {
      std::lock_guard<std::mutex> lock(mutex_);
      done_.push_back(std::move(job));
    }
    environment_.bell.ring();
  }
  for (const auto& stream : streams_) end(*stream);
  streams_.clear();
  backend_.reset();
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (farewell_) done_.push_back(std::move(farewell_));
    over_ = true;
  }
  environment_.bell.ring();
}

std::unique_ptr<Job> Connection::next() {
  std::unique_lock<std::mutex> lock(mutex_);
  waiting_changed_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
  if (waiting_.empty()) return nullptr;
  auto job = std::move(waiting_.front());
  waiting_.pop_front();
  return job;
}

void Connection::end(OpenStream& stream) {
  stream.stream.reset();
  stream.recorder.finish();
}

}  // namespace capture
