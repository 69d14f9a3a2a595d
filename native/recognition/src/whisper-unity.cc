// whisper.cpp as one translation unit, unpatched, followed by accessors for fields that its C API hides.
#ifndef WHISPER_VERSION
#define WHISPER_VERSION "unknown"
#endif
#include "whisper.cpp"

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

void stop_between_nodes(whisper_state * state, ggml_abort_callback should_stop, void * user_data) {
    for (ggml_backend_t backend : state->backends) {
        ggml_backend_dev_t device = ggml_backend_get_device(backend);
        ggml_backend_reg_t registry = device ? ggml_backend_dev_backend_reg(device) : nullptr;
        if (!registry) continue;
        // GPU backends do not offer this: there an abort acts between two passes.
        auto set_callback = reinterpret_cast<ggml_backend_set_abort_callback_t>(
            ggml_backend_reg_get_proc_address(registry, "ggml_backend_set_abort_callback"));
        if (set_callback) set_callback(backend, should_stop, user_data);
    }
}

std::vector<int32_t> prompt_of(const whisper_state * state) { return state->prompt_past0; }

std::string device_in_use(const whisper_context * model) {
    ggml_backend_buffer_t biggest = nullptr;
    for (ggml_backend_buffer_t buffer : model->model.buffers) {
        if (!biggest || ggml_backend_buffer_get_size(buffer) > ggml_backend_buffer_get_size(biggest)) biggest = buffer;
    }
    if (!biggest) return "CPU";
    ggml_backend_dev_t device = ggml_backend_buft_get_device(ggml_backend_buffer_get_type(biggest));
    if (!device || ggml_backend_dev_type(device) == GGML_BACKEND_DEVICE_TYPE_CPU) return "CPU";
    return std::string(ggml_backend_dev_name(device)) + " (" + ggml_backend_dev_description(device) + ")";
}

}  // namespace speech

#include "cross-attention.inl"
#include "written-window.inl"
