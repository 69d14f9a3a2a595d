// What this addon tells JavaScript, as JavaScript values in the words of stream.ts. JavaScript thread.
#pragma once

#include <node_api.h>

#include <vector>

#include "backend.h"
#include "recorder.h"

namespace capture {

napi_value make_devices(napi_env env, const std::vector<Device>& devices);
napi_value make_peaks(napi_env env, const std::vector<Peak>& peaks);
/// {device, scope, sampleRate, channels}
napi_value make_format(napi_env env, const StreamFormat& format);
/// An Error whose `code` is the reason.
napi_value make_failure(napi_env env, const Failure& failure);

napi_value make_samples(napi_env env, const Chunk& chunk);
napi_value make_overrun(napi_env env, uint64_t length);
napi_value make_ended(napi_env env, const Failure& failure);

Kind read_kind(napi_env env, napi_value value);

}  // namespace capture
