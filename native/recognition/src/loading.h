// The two slow beginnings, done on libuv's pool: reading a model and making a state.
#pragma once
#include <node_api.h>

#include <memory>
#include <string>

#include "model.h"

namespace speech {

struct ModelOptions {
    bool gpu, flash_attention;
    int gpu_device;
};

/** Both return a promise of a handle. JavaScript thread. */
napi_value load_model(napi_env env, const std::string & path, const ModelOptions & options);
napi_value create_state(napi_env env, std::shared_ptr<Model> model);

}  // namespace speech
