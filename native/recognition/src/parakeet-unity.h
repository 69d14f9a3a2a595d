// parakeet.cpp with what its C API does not offer. Implemented inside parakeet.cpp's own translation unit.
#pragma once
#include <string>
#include <vector>

#include "ggml-backend.h"
#include "parakeet.h"

namespace speech {

struct ParakeetTimings {
    double mel_ms, encode_ms, decode_ms;
    int encodes, decodes;
};

/**
 * Hears a whole sound: its tokens, with times in hundredths of a second. The encoder's graph is built for whole half seconds,
 * so that the graph of the last sound often serves the next one; what is beyond the sound is neither attended to nor decoded.
 * False if it was stopped or cannot be computed. The thread that owns the state.
 */
bool hear(parakeet_context * model, parakeet_state * state, const std::vector<float> & samples, int threads,
          std::vector<parakeet_token_data> & tokens);

/** Of the last sound. */
ParakeetTimings timings_of(const parakeet_state * state);

/** Has `should_stop` asked between the nodes of the graphs. `data` must outlive the state. */
void stop_between_nodes(parakeet_state * state, ggml_abort_callback should_stop, void * data);

/** The device that holds the weights: "CPU", or name and description of a GPU. */
std::string device_in_use(const parakeet_context * model);

}  // namespace speech
