// What whisper.cpp knows and its C API does not tell. Implemented inside whisper.cpp's own translation unit.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "ggml-backend.h"
#include "whisper.h"

namespace speech {

/** Where the time of one decoding went, in milliseconds, and how many passes it took. */
struct StateTimings {
    double mel_ms, encode_ms, decode_ms, prompt_ms, batch_ms, sample_ms;
    int encodes, decodes;
};

// These are called by the thread that owns the state, and by no other while it runs.
void reset_timings(whisper_state * state);
StateTimings timings_of(const whisper_state * state);

/** Has `should_stop` asked between the nodes of the model's graph. `data` must outlive the state. */
void stop_between_nodes(whisper_state * state, ggml_abort_callback should_stop, void * data);

/** One of the decoder's views of the sound. */
struct AttentionHead {
    int layer, head;
};

/**
 * Runs the decoder over `tokens` once more, against the sound that the state has encoded last, and returns for each head how
 * its attention is spread: `tokens.size()` rows of `frames` numbers (20 ms each) that add up to 1. Empty if a head does not
 * exist, the tokens are too many, or it was stopped. Overwrites the state's memory of its tokens: not in the middle of a window.
 */
std::vector<std::vector<float>> cross_attention(whisper_context * model, whisper_state * state,
                                                const std::vector<int32_t> & tokens, int frames,
                                                const std::vector<AttentionHead> & heads, int threads);

/** What the decoder wrote for one window of the sound. */
struct WrittenWindow {
    struct Place {
        int segment, token;
    };
    int64_t start_ms = 0;
    std::vector<int32_t> tokens;  // with every time mark, also those that no segment keeps
    std::vector<Place> places;    // of each token; a mark that no segment keeps has segment -1
};

/** The window that was finished last, whose segments begin with `first_segment`; no tokens if it cannot be told. */
WrittenWindow window_written(const whisper_context * model, const whisper_state * state, int first_segment);

/** The tokens before every window that the decoder is given to expect, after whisper.cpp has cut them to what it can take. */
std::vector<int32_t> prompt_of(const whisper_state * state);

/** The device that holds the weights: "CPU", or name and description of a GPU. Any thread; the model is read-only. */
std::string device_in_use(const whisper_context * model);

}  // namespace speech
