// The addon's door: every function that JavaScript can call. Raw Node-API 8, so that one binary serves Node and Electron.
// All sound is copied in and all text copied out: Electron allows no memory shared with JavaScript.
// Everything in this file runs on the JavaScript thread of the environment that calls it.
#include "addon.h"

#include <cstdio>
#include <cstdlib>

#include "ggml.h"
#include "js-values.h"
#include "loading.h"
#include "parakeet.h"
#include "registry.h"

namespace {

using speech::Decoding;
using speech::Model;
using speech::StateHold;
using speech::VoiceDetector;

constexpr const char * freed = "it was freed, or is not what this function works on";

napi_value make_devices(napi_env env) {
    const auto devices = speech::devices();
    napi_value list = js::make_array(env, devices.size());
    for (size_t i = 0; i < devices.size(); i++) {
        napi_value device = js::make_object(env);
        js::set(env, device, "name", js::make_text(env, devices[i].name));
        js::set(env, device, "description", js::make_text(env, devices[i].description));
        js::set(env, device, "type", js::make_text(env, devices[i].type));
        js::set(env, device, "totalMemoryBytes",
                js::make_number(env, static_cast<double>(devices[i].total_memory_bytes)));
        napi_set_element(env, list, static_cast<uint32_t>(i), device);
    }
    return list;
}

/** Loads each library and returns [{library, reason}] for those that cannot be used here. */
napi_value load_libraries(napi_env env, napi_value paths) {
    napi_value unusable = js::make_array(env, 0);
    uint32_t count = 0;
    uint32_t failures = 0;
    napi_get_array_length(env, paths, &count);
    for (uint32_t i = 0; i < count; i++) {
        napi_value path = nullptr;
        napi_get_element(env, paths, i, &path);
        const std::string reason = speech::load_backend(js::read_text(env, path));
        if (reason.empty()) continue;
        napi_value entry = js::make_object(env);
        js::set(env, entry, "library", path);
        js::set(env, entry, "reason", js::make_text(env, reason));
        napi_set_element(env, unusable, failures++, entry);
    }
    return unusable;
}

// loadBackends(directory, gpuLibraries) -> {cpuLibrary, ggmlVersion, whisperVersion, devices, unusable}
napi_value load_backends(napi_env env, napi_callback_info info) {
    const js::Arguments<2> arguments(env, info);
    const std::string cpu_library = speech::load_cpu_backend(js::read_text(env, arguments[0]));
    if (cpu_library.empty()) return js::fail(env, "no_cpu_library", "no CPU library fits this processor");
    napi_value backends = js::make_object(env);
    js::set(env, backends, "unusable", load_libraries(env, arguments[1]));
    js::set(env, backends, "cpuLibrary", js::make_text(env, cpu_library));
    js::set(env, backends, "ggmlVersion", js::make_text(env, ggml_version()));
    js::set(env, backends, "whisperVersion", js::make_text(env, whisper_version()));
    js::set(env, backends, "devices", make_devices(env));
    return backends;
}

// loadModel(path, {gpu, gpuDevice, flashAttention}) -> Promise<model>
napi_value load_model(napi_env env, napi_callback_info info) {
    const js::Arguments<2> arguments(env, info);
    speech::ModelOptions options;
    options.gpu = js::flag_of(env, arguments[1], "gpu", false);
    options.gpu_device = static_cast<int>(js::number_of(env, arguments[1], "gpuDevice", 0));
    options.flash_attention = js::flag_of(env, arguments[1], "flashAttention", true);
    return speech::load_model(env, js::read_text(env, arguments[0]), options);
}

// describeModel(model) -> {family, kind, multilingual, audioContext, textLayers, textHeads, vocabulary, backend}
napi_value describe_model(napi_env env, napi_callback_info info) {
    const js::Arguments<1> arguments(env, info);
    const auto handle = js::read_handle<Model>(env, arguments[0]);
    if (!handle || !handle->object) return js::fail(env, "freed", freed);
    const speech::ModelDescription model = handle->object->describe();
    napi_value description = js::make_object(env);
    js::set(env, description, "family", js::make_text(env, model.family));
    js::set(env, description, "kind", js::make_text(env, model.kind));
    js::set(env, description, "multilingual", js::make_flag(env, model.multilingual));
    js::set(env, description, "audioContext", js::make_number(env, model.audio_context));
    js::set(env, description, "textLayers", js::make_number(env, model.text_layers));
    js::set(env, description, "textHeads", js::make_number(env, model.text_heads));
    js::set(env, description, "vocabulary", js::make_number(env, model.vocabulary));
    js::set(env, description, "backend", js::make_text(env, model.backend));
    return description;
}

// createState(model) -> Promise<state>
napi_value create_state(napi_env env, napi_callback_info info) {
    const js::Arguments<1> arguments(env, info);
    const auto handle = js::read_handle<Model>(env, arguments[0]);
    if (!handle || !handle->object) return js::fail(env, "freed", freed);
    return speech::create_state(env, handle->object);
}

// decode(state, Float32Array, options) -> Promise<answer>
napi_value decode(napi_env env, napi_callback_info info) {
    const js::Arguments<3> arguments(env, info);
    const auto handle = js::read_handle<StateHold>(env, arguments[0]);
    if (!handle || !handle->object) return js::fail(env, "freed", freed);
    speech::State & state = *handle->object->state;

    auto decoding = std::make_unique<Decoding>();
    const std::string problem =
        speech::read_decoding(env, arguments[1], arguments[2], state.of_model().describe(), *decoding);
    if (!problem.empty()) return js::fail(env, "invalid_argument", problem);
    napi_value promise = nullptr;
    if (napi_create_promise(env, &decoding->promise, &promise) != napi_ok) return nullptr;
    const napi_deferred deferred = decoding->promise;
    if (!state.enqueue(decoding)) {
        napi_reject_deferred(env, deferred, js::make_error(env, "queue_full", "this state is too many decodings behind"));
        return promise;
    }
    speech::decoding_began(env, *speech::environment_of(env));
    return promise;
}

// abort(state, id): the decoding with that id, running or queued; nothing if there is none
napi_value abort_decoding(napi_env env, napi_callback_info info) {
    const js::Arguments<2> arguments(env, info);
    const auto handle = js::read_handle<StateHold>(env, arguments[0]);
    uint32_t id = 0;
    if (!handle || !handle->object || napi_get_value_uint32(env, arguments[1], &id) != napi_ok) return nullptr;
    handle->object->state->abort(id);
    return nullptr;
}

// free(model | state | voice detector): safe while busy, and safe twice
napi_value free_handle(napi_env env, napi_callback_info info) {
    const js::Arguments<1> arguments(env, info);
    if (auto model = js::read_handle<Model>(env, arguments[0])) model->object.reset();
    else if (auto state = js::read_handle<StateHold>(env, arguments[0])) state->object.reset();
    else if (auto detector = js::read_handle<VoiceDetector>(env, arguments[0])) detector->object.reset();
    else return js::fail(env, "freed", freed);
    return nullptr;
}

// openVoiceDetector(path) -> voice detector
napi_value open_voice_detector(napi_env env, napi_callback_info info) {
    const js::Arguments<1> arguments(env, info);
    std::string problem;
    auto detector = VoiceDetector::open(js::read_text(env, arguments[0]), problem);
    return detector ? js::make_handle(env, detector) : js::fail(env, "model_broken", problem);
}

// detectVoice(voice detector, Float32Array of n * 512 samples) -> n probabilities
napi_value detect_voice(napi_env env, napi_callback_info info) {
    const js::Arguments<2> arguments(env, info);
    const auto handle = js::read_handle<VoiceDetector>(env, arguments[0]);
    if (!handle || !handle->object) return js::fail(env, "freed", freed);
    const float * samples = nullptr;
    size_t count = 0;
    if (!js::read_samples(env, arguments[1], &samples, &count) || count == 0 || count % VoiceDetector::frame != 0) {
        return js::fail(env, "invalid_argument", "samples must be a Float32Array of whole frames of 512 samples");
    }
    const auto probabilities = handle->object->detect(samples, count);
    if (probabilities.empty()) return js::fail(env, "decode_failed", "the voice detector cannot compute");
    napi_value list = js::make_array(env, probabilities.size());
    for (size_t i = 0; i < probabilities.size(); i++) {
        napi_set_element(env, list, static_cast<uint32_t>(i), js::make_number(env, probabilities[i]));
    }
    return list;
}

// resetVoiceDetector(voice detector)
napi_value reset_voice_detector(napi_env env, napi_callback_info info) {
    const js::Arguments<1> arguments(env, info);
    const auto handle = js::read_handle<VoiceDetector>(env, arguments[0]);
    if (!handle || !handle->object) return js::fail(env, "freed", freed);
    handle->object->reset();
    return nullptr;
}

// The libraries write to stderr for every call; only errors, and only when asked for. Any thread.
void log(ggml_log_level level, const char * text, void *) {
    static const bool wanted = std::getenv("RTSTT_NATIVE_LOG") != nullptr;
    if (wanted && level == GGML_LOG_LEVEL_ERROR) std::fputs(text, stderr);
}

}  // namespace

NAPI_MODULE_INIT() {
    parakeet_log_set(log, nullptr);
    whisper_log_set(log, nullptr);
    if (!speech::open_environment(env)) return js::fail(env, "internal", "the environment cannot be opened");

    const struct {
        const char * name;
        napi_callback function;
    } functions[] = {
        {"loadBackends", load_backends},
        {"loadModel", load_model},
        {"describeModel", describe_model},
        {"createState", create_state},
        {"decode", decode},
        {"abort", abort_decoding},
        {"free", free_handle},
        {"openVoiceDetector", open_voice_detector},
        {"detectVoice", detect_voice},
        {"resetVoiceDetector", reset_voice_detector},
    };
    for (const auto & entry : functions) {
        napi_value function = nullptr;
        napi_create_function(env, entry.name, NAPI_AUTO_LENGTH, entry.function, nullptr, &function);
        js::set(env, exports, entry.name, function);
    }
    return exports;
}
