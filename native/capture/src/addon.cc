// The addon's door: every function that JavaScript can call. Raw Node-API 8: one binary serves Node and Electron.
// Everything in this file runs on the JavaScript thread of the environment that calls it.
#include <node_api.h>

#include <algorithm>

#include "../../recognition/src/handles.h"
#include "../../recognition/src/js-values.h"
#include "connection.h"
#include "environment.h"
#include "native-types.h"
#include "values.h"

namespace {

using capture::Connection;
using capture::OpenStream;

constexpr uint32_t most_chunks_at_once = 64;
constexpr double longest_ring_ms = 600'000;

Connection* connection_in(napi_env env, napi_value value) {
  const auto handle = js::read_handle<Connection>(env, value);
  if (handle) return handle->object.get();
  js::fail(env, "invalid_argument", "this is not a connection");
  return nullptr;
}

napi_value make_null(napi_env env) {
  napi_value value = nullptr;
  napi_get_null(env, &value);
  return value;
}

// connect(server, listener) -> Promise<connection>
napi_value connect(napi_env env, napi_callback_info info) {
  const js::Arguments<2> arguments(env, info);
  napi_valuetype type;
  if (napi_typeof(env, arguments[1], &type) != napi_ok || type != napi_function) {
    return js::fail(env, "invalid_argument", "the listener must be a function");
  }
  return Connection::start(env, js::read_text(env, arguments[0]), arguments[1]);
}

// devices(connection) -> Promise<CaptureDevice[]>
napi_value devices(napi_env env, napi_callback_info info) {
  const js::Arguments<1> arguments(env, info);
  const auto connection = connection_in(env, arguments[0]);
  return connection ? connection->devices(env) : nullptr;
}

// open(connection, {kind, deviceId, excludeOwnProcess, ringMs})
//   -> Promise<{handle, device, scope, sampleRate, channels}>
napi_value open(napi_env env, napi_callback_info info) {
  const js::Arguments<2> arguments(env, info);
  const auto connection = connection_in(env, arguments[0]);
  if (!connection) return nullptr;
  napi_value kind = nullptr;
  if (!js::read_property(env, arguments[1], "kind", napi_string, &kind)) {
    return js::fail(env, "invalid_argument", "a stream needs a kind");
  }
  capture::StreamConfig config;
  config.kind = capture::read_kind(env, kind);
  config.device_id = js::text_of(env, arguments[1], "deviceId");
  config.exclude_own_process = js::flag_of(env, arguments[1], "excludeOwnProcess", false);
  const double ring_ms = js::number_of(env, arguments[1], "ringMs", 0);
  return connection->open(env, config, static_cast<uint32_t>(std::clamp(ring_ms, 0.0, longest_ring_ms)));
}

// take(stream) -> Delivery[] (empty: wait for the listener), or null after the last
napi_value take(napi_env env, napi_callback_info info) {
  const js::Arguments<1> arguments(env, info);
  const auto handle = js::read_handle<OpenStream>(env, arguments[0]);
  if (!handle) return js::fail(env, "invalid_argument", "this is not a stream");
  if (!handle->object || handle->object->over) {
    handle->object.reset();  // its memory is not kept until the garbage collector comes by
    return make_null(env);
  }
  OpenStream& stream = *handle->object;
  capture::Recorder& recorder = stream.recorder;
  capture::Environment& environment = *capture::Environment::of(env);
  napi_value list = js::make_array(env, 0);
  uint32_t length = 0;
  const auto append = [&](napi_value delivery) { napi_set_element(env, list, length++, delivery); };

  if (stream.awaited) environment.let_go(env);
  stream.awaited = recorder.wait_for_more();
  if (stream.awaited) {
    environment.hold(env);
    return list;
  }
  for (const capture::Chunk* chunk = recorder.next(); chunk && length < most_chunks_at_once; chunk = recorder.next()) {
    napi_value samples = capture::make_samples(env, *chunk);
    if (!samples) return nullptr;  // no memory: an exception is on its way
    if (chunk->lost_before > 0) append(capture::make_overrun(env, chunk->lost_before));
    append(samples);
    recorder.release();
  }
  const auto end = recorder.end();
  if (!end) return list;
  stream.over = true;
  if (end->lost_before > 0) append(capture::make_overrun(env, end->lost_before));
  if (end->failure) append(capture::make_ended(env, *end->failure));
  return length > 0 ? list : make_null(env);
}

// hasMore(stream) -> boolean; after an empty take: whether another will bring something
napi_value has_more(napi_env env, napi_callback_info info) {
  const js::Arguments<1> arguments(env, info);
  const auto handle = js::read_handle<OpenStream>(env, arguments[0]);
  if (!handle) return js::fail(env, "invalid_argument", "this is not a stream");
  return js::make_flag(env, !handle->object || !handle->object->recorder.is_awaited());
}

// closeStream(connection, stream) -> Promise<undefined>; before the last take
napi_value close_stream(napi_env env, napi_callback_info info) {
  const js::Arguments<2> arguments(env, info);
  const auto connection = connection_in(env, arguments[0]);
  if (!connection) return nullptr;
  const auto handle = js::read_handle<OpenStream>(env, arguments[1]);
  if (!handle || !handle->object) return js::fail(env, "invalid_argument", "this is not a stream, or it is over");
  return connection->close_stream(env, handle->object);
}

// peaks(connection, kind) -> Promise<DevicePeak[]>
napi_value peaks(napi_env env, napi_callback_info info) {
  const js::Arguments<2> arguments(env, info);
  const auto connection = connection_in(env, arguments[0]);
  return connection ? connection->peaks(env, capture::read_kind(env, arguments[1])) : nullptr;
}

// close(connection) -> Promise<undefined>
napi_value close(napi_env env, napi_callback_info info) {
  const js::Arguments<1> arguments(env, info);
  const auto connection = connection_in(env, arguments[0]);
  return connection ? connection->close(env) : nullptr;
}

}  // namespace

NAPI_MODULE_INIT() {
  if (!capture::Environment::open(env)) return js::fail(env, "failed", "the environment cannot be opened");
  const struct {
    const char* name;
    napi_callback function;
  } functions[] = {
      {"connect", connect},          {"devices", devices}, {"open", open},   {"take", take},
      {"hasMore", has_more},         {"closeStream", close_stream}, {"peaks", peaks},     {"close", close},
  };
  for (const auto& entry : functions) {
    napi_value function = nullptr;
    napi_create_function(env, entry.name, NAPI_AUTO_LENGTH, entry.function, nullptr, &function);
    js::set(env, exports, entry.name, function);
  }
  return exports;
}
