#include "voice-detector.h"

#include "model-file.h"

namespace speech {

std::shared_ptr<VoiceDetector> VoiceDetector::open(const std::string & path, std::string & problem) {
    const File file = open_file(path);
    if (!file) {
        problem = "the file cannot be opened";
        return nullptr;
    }
    problem = problem_of_voice_model(file.get());
    if (!problem.empty()) return nullptr;

    whisper_vad_context_params params = whisper_vad_default_context_params();
    params.use_gpu = false;  // a frame is too small to be worth the way to a GPU
    params.n_threads = 1;
    auto loader = loader_for<whisper_model_loader>(file.get());
    whisper_vad_context * context = whisper_vad_init_with_params(&loader, params);
    if (!context) {
        problem = "its weights do not fit together";
        return nullptr;
    }
    std::shared_ptr<VoiceDetector> detector(new VoiceDetector(context));
    detector->reset();  // whisper.cpp leaves the network's memory as it was allocated
    return detector;
}

std::vector<float> VoiceDetector::detect(const float * samples, size_t count) {
    // The plain call of whisper.cpp forgets everything before it begins; this one carries on.
    if (!whisper_vad_detect_speech_no_reset(context, samples, static_cast<int>(count))) return {};
    const float * probabilities = whisper_vad_probs(context);
    return std::vector<float>(probabilities, probabilities + whisper_vad_n_probs(context));
}

}  // namespace speech
