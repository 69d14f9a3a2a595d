#include "environment.h"

#include "js-values.h"
#include "state.h"

namespace speech {
namespace {

using Shared = std::shared_ptr<Environment>;

// JavaScript thread. A worker is terminated or the process exits: stop every state, wait for its thread (at most one graph
// node of the model), free its memory. Reports that are still queued are dropped by deliver_report.
void close_environment(void * data) {
    Environment & environment = **static_cast<Shared *>(data);
    environment.closing = true;
    for (auto & state : environment.states) state->close();
    for (auto & state : environment.states) state->join();
    environment.states.clear();
}

void drop_shared(napi_env, void * data, void *) { delete static_cast<Shared *>(data); }

}  // namespace

bool open_environment(napi_env env) {
    auto shared = std::make_unique<Shared>(std::make_shared<Environment>());
    Environment & environment = **shared;
    if (napi_create_threadsafe_function(env, nullptr, nullptr, js::make_text(env, "speech"), 0, 1, nullptr, nullptr,
                                        &environment, deliver_report, &environment.reports) != napi_ok) {
        return false;
    }
    napi_unref_threadsafe_function(env, environment.reports);
    // Hooks run last in, first out: ours, added after the function's own, finds the function still open. The instance's
    // data is dropped after all hooks.
    napi_add_env_cleanup_hook(env, close_environment, shared.get());
    return napi_set_instance_data(env, shared.release(), drop_shared, nullptr) == napi_ok;
}

std::shared_ptr<Environment> environment_of(napi_env env) {
    void * data = nullptr;
    napi_get_instance_data(env, &data);
    return data ? *static_cast<Shared *>(data) : nullptr;
}

void decoding_began(napi_env env, Environment & environment) {
    if (environment.decodings++ == 0) napi_ref_threadsafe_function(env, environment.reports);
}

void decoding_ended(napi_env env, Environment & environment) {
    if (--environment.decodings == 0) napi_unref_threadsafe_function(env, environment.reports);
}

}  // namespace speech
