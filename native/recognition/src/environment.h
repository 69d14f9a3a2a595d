// One JavaScript environment (main thread or worker thread) and the recognition threads that report to it.
#pragma once
#include <node_api.h>

#include <memory>
#include <set>

namespace speech {

class State;

/** Touched only by the JavaScript thread, except `reports`, which the states' threads call. */
struct Environment {
    napi_threadsafe_function reports = nullptr;
    std::set<std::shared_ptr<State>> states;  // every state whose thread is not joined yet
    int decodings = 0;                        // promises not settled yet: while there are any, the process stays alive
    bool closing = false;
};

/** Called once per environment, when the addon loads there. */
bool open_environment(napi_env env);

std::shared_ptr<Environment> environment_of(napi_env env);

/** Counts the promises that wait for a decoding. */
void decoding_began(napi_env env, Environment & environment);
void decoding_ended(napi_env env, Environment & environment);

}  // namespace speech
