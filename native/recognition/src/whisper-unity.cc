// whisper.cpp as one translation unit, unpatched, followed by accessors for fields that its C API hides.
#ifndef WHISPER_VERSION
#define WHISPER_VERSION "unknown"
#endif
#include "whisper.cpp"

#include "backends.h"
#include "whisper-unity.h"

namespace speech {

void reset_timings(whisper_state * state) {
    state->t_sample_us = state->t_encode_us = state->t_decode_us = 0;
    state->t_batchd_us = state->t_prompt_us = state->t_mel_us = 0;
    state->n_sample = state->n_encode = state->n_decode = 0;
    state->n_batchd = state->n_prompt = state->n_fail_p = state->n_fail_h = 0;
}

StateTimings timings_of(const whisper_state * state) {
    StateTimings timings;
    timings.mel_ms = state->t_mel_us / 1e3;
    timings.encode_ms = state->t_encode_us / 1e3;
    timings.decode_ms = state->t_decode_us / 1e3;
    timings.prompt_ms = state->t_prompt_us / 1e3;
    timings.batch_ms = state->t_batchd_us / 1e3;
    timings.sample_ms = state->t_sample_us / 1e3;
    timings.encodes = state->n_encode;
    timings.decodes = state->n_decode;
    return timings;
}

void stop_between_nodes(whisper_state * state, ggml_abort_callback should_stop, void * data) {
    ask_before_nodes(state->backends, should_stop, data);
}

std::vector<int32_t> prompt_of(const whisper_state * state) { return state->prompt_past0; }

std::string device_in_use(const whisper_context * model) { return device_of(model->model.buffers); }

}  // namespace speech

#include "cross-attention.inl"
#include "written-window.inl"
