// When each token of a decoding was said.
#pragma once
#include <cstdint>
#include <vector>

#include "alignment.h"
#include "whisper-unity.h"

namespace speech {

struct TokenTime {
    int64_t start_ms = -1, end_ms = -1;  // negative: not known
};

/** Follows one decoding window by window, because the state remembers only the sound of the last one. State's thread. */
class TokenTimes {
 public:
    struct How {
        std::vector<AttentionHead> heads;  // none: no times
        AttentionReading reading;
        int audio_context, threads;
    };
    TokenTimes(whisper_context * model, whisper_state * state, How how)
        : model(model), state(state), how(std::move(how)) {}

    /** Finds the times of all tokens that are new since the last call. Call when a window is done. */
    void window_done();

    /** By segment and token, as in the state; segments at the end may be missing. */
    const std::vector<std::vector<TokenTime>> & times() const { return found; }

    double spent_ms() const { return static_cast<double>(spent_us) / 1e3; }

 private:
    void find_times();

    whisper_context * model;
    whisper_state * state;
    How how;
    std::vector<std::vector<TokenTime>> found;
    int64_t spent_us = 0;
};

}  // namespace speech
