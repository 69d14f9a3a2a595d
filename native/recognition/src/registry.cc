// A small replacement for ggml's own registry library. That library has another file name and SONAME in every package
// (CPU, Vulkan, CUDA), so linking to it would tie the addon to one of them; libggml-base has one stable name. whisper.cpp
// needs six functions of the registry: they stand at the end of this file.
#include "registry.h"

#include <algorithm>
#include <mutex>

#include "ggml-backend.h"
#include "shared-library.h"

namespace fs = std::filesystem;

namespace speech {
namespace {

// ggml_backend_reg begins with its API version. It is 2 in the pinned release; another number means another layout.
constexpr int backend_api_version = 2;

constexpr const char * no_device = "it found no device that it can use";

// Process-wide and never unloaded: threads of a library may outlive everything that this addon can see.
std::mutex mutex;
std::vector<std::string> loaded_paths;
std::vector<ggml_backend_reg_t> loaded_registries;  // one for each path
std::vector<ggml_backend_dev_t> loaded_devices;
std::string chosen_cpu_library;

// 0: this processor cannot run the library. Higher is better.
int score_of(Library library) {
    auto score = reinterpret_cast<int (*)()>(symbol_of(library, "ggml_backend_score"));
    return score ? score() : 1;
}

// Called with the mutex held.
std::string load_locked(const std::string & path) {
    for (size_t i = 0; i < loaded_paths.size(); i++) {
        if (loaded_paths[i] == path) return ggml_backend_reg_dev_count(loaded_registries[i]) > 0 ? "" : no_device;
    }
    Library library = open_library(fs::u8path(path));
    if (!library) return library_error();

    std::string problem;
    auto init = reinterpret_cast<ggml_backend_reg_t (*)()>(symbol_of(library, "ggml_backend_init"));
    ggml_backend_reg_t registry = nullptr;
    if (!init) {
        problem = "it is not a compute library";
    } else if (score_of(library) == 0) {
        problem = "this machine cannot run it";
    } else {
        registry = init();
        if (!registry) problem = no_device;
        else if (*reinterpret_cast<const int *>(registry) != backend_api_version) problem = "it belongs to another release";
    }
    if (!problem.empty()) {
        close_library(library);
        return problem;
    }

    // The same library under another path answers with the same registry: its devices are counted once.
    const bool known = std::find(loaded_registries.begin(), loaded_registries.end(), registry) != loaded_registries.end();
    loaded_paths.push_back(path);
    loaded_registries.push_back(registry);
    for (size_t i = 0; !known && i < ggml_backend_reg_dev_count(registry); i++) {
        loaded_devices.push_back(ggml_backend_reg_dev_get(registry, i));
    }
    return ggml_backend_reg_dev_count(registry) > 0 ? "" : no_device;
}

const char * type_name(enum ggml_backend_dev_type type) {
    switch (type) {
        case GGML_BACKEND_DEVICE_TYPE_CPU: return "cpu";
        case GGML_BACKEND_DEVICE_TYPE_GPU: return "gpu";
        case GGML_BACKEND_DEVICE_TYPE_IGPU: return "integrated-gpu";
        case GGML_BACKEND_DEVICE_TYPE_ACCEL: return "accelerator";
        default: return "other";
    }
}

}  // namespace

std::string load_backend(const std::string & path) {
    std::lock_guard<std::mutex> lock(mutex);
    return load_locked(path);
}

std::string load_cpu_backend(const std::string & directory) {
    std::lock_guard<std::mutex> lock(mutex);
    if (!chosen_cpu_library.empty()) return chosen_cpu_library;

    const std::string prefix = std::string(library_prefix) + "ggml-cpu-";
    fs::path best;
    int best_score = 0;
    std::error_code ignored;  // a directory that cannot be read holds no library: the caller says so
    for (const auto & entry : fs::directory_iterator(fs::u8path(directory), ignored)) {
        const std::string name = entry.path().filename().u8string();
        if (name.rfind(prefix, 0) != 0 || entry.path().extension() != library_suffix) continue;
        Library library = open_library(entry.path());
        if (!library) continue;
        const int score = score_of(library);
        close_library(library);
        if (score <= best_score) continue;
        best_score = score;
        best = entry.path();
    }
    if (best_score > 0 && load_locked(best.u8string()).empty()) chosen_cpu_library = best.u8string();
    return chosen_cpu_library;
}

std::vector<Device> devices() {
    std::lock_guard<std::mutex> lock(mutex);
    std::vector<Device> found;
    for (auto handle : loaded_devices) {
        Device device;
        size_t free_bytes = 0;
        device.name = ggml_backend_dev_name(handle);
        device.description = ggml_backend_dev_description(handle);
        device.type = type_name(ggml_backend_dev_type(handle));
        ggml_backend_dev_memory(handle, &free_bytes, &device.total_memory_bytes);
        found.push_back(device);
    }
    return found;
}

}  // namespace speech

// What whisper.cpp imports from ggml's registry; called from any thread that loads a model or makes a state.
extern "C" {

size_t ggml_backend_reg_count(void) {
    std::lock_guard<std::mutex> lock(speech::mutex);
    return speech::loaded_registries.size();
}

ggml_backend_reg_t ggml_backend_reg_get(size_t index) {
    std::lock_guard<std::mutex> lock(speech::mutex);
    return speech::loaded_registries[index];
}

size_t ggml_backend_dev_count(void) {
    std::lock_guard<std::mutex> lock(speech::mutex);
    return speech::loaded_devices.size();
}

ggml_backend_dev_t ggml_backend_dev_get(size_t index) {
    std::lock_guard<std::mutex> lock(speech::mutex);
    return speech::loaded_devices[index];
}

ggml_backend_dev_t ggml_backend_dev_by_type(enum ggml_backend_dev_type type) {
    std::lock_guard<std::mutex> lock(speech::mutex);
    for (auto device : speech::loaded_devices) {
        if (ggml_backend_dev_type(device) == type) return device;
    }
    return nullptr;
}

ggml_backend_t ggml_backend_init_by_type(enum ggml_backend_dev_type type, const char * params) {
    ggml_backend_dev_t device = ggml_backend_dev_by_type(type);
    return device ? ggml_backend_dev_init(device, params) : nullptr;
}
}
