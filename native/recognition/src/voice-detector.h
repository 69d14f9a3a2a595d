// Voice detection: the probability of speech for each frame of 512 samples.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "whisper.h"

namespace speech {

/** Carries its memory from call to call. Used by one thread at a time: here the JavaScript thread, under 1 ms per frame. */
class VoiceDetector {
 public:
    static constexpr size_t frame = 512;

    /** Empty if the weights cannot be read; then `problem` says why. */
    static std::shared_ptr<VoiceDetector> open(const std::string & path, std::string & problem);

    ~VoiceDetector() { whisper_vad_free(context); }
    VoiceDetector(const VoiceDetector &) = delete;
    VoiceDetector & operator=(const VoiceDetector &) = delete;

    /** One probability per frame; `count` is a multiple of `frame`. Empty if the computation fails. */
    std::vector<float> detect(const float * samples, size_t count);

    /** Forgets what was heard. */
    void reset() { whisper_vad_reset_state(context); }

 private:
    explicit VoiceDetector(whisper_vad_context * context) : context(context) {}
    whisper_vad_context * context;
};

}  // namespace speech
