// What both whisper.cpp and parakeet.cpp keep to themselves about the backends that they use.
#pragma once
#include <string>
#include <vector>

#include "ggml-backend.h"

namespace speech {

/**
 * Makes the CPU backend ask `should_stop` before every graph node: the libraries themselves ask only after a whole pass of the
 * encoder. GPU backends do not offer this: there an abort acts between two passes.
 */
inline void ask_before_nodes(const std::vector<ggml_backend_t> & backends, ggml_abort_callback should_stop, void * data) {
    for (ggml_backend_t backend : backends) {
        ggml_backend_dev_t device = ggml_backend_get_device(backend);
        ggml_backend_reg_t registry = device ? ggml_backend_dev_backend_reg(device) : nullptr;
        if (!registry) continue;
        auto set_callback = reinterpret_cast<ggml_backend_set_abort_callback_t>(
            ggml_backend_reg_get_proc_address(registry, "ggml_backend_set_abort_callback"));
        if (set_callback) set_callback(backend, should_stop, data);
    }
}

/** The device that holds most of the weights: "CPU", or name and description of a GPU. */
inline std::string device_of(const std::vector<ggml_backend_buffer_t> & buffers) {
    ggml_backend_buffer_t biggest = nullptr;
    for (ggml_backend_buffer_t buffer : buffers) {
        if (!biggest || ggml_backend_buffer_get_size(buffer) > ggml_backend_buffer_get_size(biggest)) biggest = buffer;
    }
    if (!biggest) return "CPU";
    ggml_backend_dev_t device = ggml_backend_buft_get_device(ggml_backend_buffer_get_type(biggest));
    if (!device || ggml_backend_dev_type(device) == GGML_BACKEND_DEVICE_TYPE_CPU) return "CPU";
    return std::string(ggml_backend_dev_name(device)) + " (" + ggml_backend_dev_description(device) + ")";
}

}  // namespace speech
