// What whisper.cpp knows and its C API does not tell. Implemented inside whisper.cpp's own translation unit.
#pragma once
#include <string>
#include "ggml-backend.h"
#include "whisper.h"

namespace speech {

/** Where the time of one decoding went, in milliseconds, and how many passes it took. */
struct StateTimings {
    double mel_ms, encode_ms, decode_ms, prompt_ms, batch_ms, sample_ms;
    int encodes, decodes;
};

// These four are called by the thread that owns the state, and by no other while it runs.
void reset_timings(whisper_state * state);
StateTimings timings_of(const whisper_state * state);

/**
 * Makes the CPU backend ask `should_stop` before every graph node: whisper.cpp itself asks only after a whole pass of
 * the encoder. `user_data` must outlive the state.
 */
void stop_between_nodes(whisper_state * state, ggml_abort_callback should_stop, void * user_data);

/** The device that holds the weights: "CPU", or name and description of a GPU. Any thread; the model is read-only. */
std::string device_in_use(const whisper_context * model);

}  // namespace speech
