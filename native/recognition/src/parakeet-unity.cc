// parakeet.cpp as one translation unit, unpatched, followed by what its C API does not offer.
#ifndef PARAKEET_VERSION
#define PARAKEET_VERSION "unknown"
#endif
#include "parakeet.cpp"

#include "backends.h"
#include "parakeet-unity.h"

namespace speech {
namespace {

/** Mel frames, 10 ms each, in half a second. */
constexpr int bucket = 50;

void reset_timings(parakeet_state * state) {
    state->t_mel_us = state->t_encode_us = state->t_decode_us = state->t_predict_us = 0;
    state->n_encode = state->n_decode = state->n_predict = 0;
}

}  // namespace

bool hear(parakeet_context * model, parakeet_state * state, const std::vector<float> & samples, int threads,
          std::vector<parakeet_token_data> & tokens) {
    reset_timings(state);
    parakeet_reset_state(state);
    if (parakeet_pcm_to_mel_with_state(model, state, samples.data(), static_cast<int>(samples.size()), threads) != 0) {
        return false;
    }
    const int frames = (state->mel.n_len_org + bucket - 1) / bucket * bucket;
    if (!parakeet_ensure_encode_sched(*model, *state, frames)) return false;
    state->n_audio_ctx = frames;
    if (!parakeet_encode_internal(*model, *state, 0, threads, nullptr, nullptr)) return false;

    const int factor = model->model.hparams.subsampling_factor;
    state->n_frames = std::min(state->n_frames, (state->mel.n_len_org + factor - 1) / factor);
    if (!parakeet_decode(*model, *state, state->batch, threads)) return false;
    tokens = state->decoded_token_data;
    refine_timestamps_tdt(model->vocab, tokens);
    return true;
}

ParakeetTimings timings_of(const parakeet_state * state) {
    return {state->t_mel_us / 1e3, state->t_encode_us / 1e3, (state->t_decode_us + state->t_predict_us) / 1e3,
            state->n_encode, state->n_decode};
}

void stop_between_nodes(parakeet_state * state, ggml_abort_callback should_stop, void * data) {
    ask_before_nodes(state->backends, should_stop, data);
}

std::string device_in_use(const parakeet_context * model) { return device_of(model->model.buffers); }

}  // namespace speech
