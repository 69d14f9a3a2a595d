// One decoding: what was asked, and what came out.
#pragma once
#include <node_api.h>

#include <atomic>
#include <string>
#include <vector>

#include "alignment.h"
#include "model.h"
#include "whisper-unity.h"

namespace speech {

struct Token {
    int id;
    std::string text;
    float probability;
    int64_t start_ms, end_ms;  // negative: not known
};

struct Segment {
    int64_t start_ms, end_ms;
    std::string text;
    float no_speech_probability;
    float average_log_probability;  // of its words, without marks
    std::vector<Token> tokens;
};

/**
 * Made on the JavaScript thread, then owned by the state's queue and its thread, then handed back to the JavaScript thread:
 * one owner at a time, so only `abort` is shared.
 */
struct Decoding {
    // asked
    uint32_t id = 0;
    napi_deferred promise = nullptr;
    std::vector<float> samples;
    std::string language, prompt;
    whisper_full_params params{};  // of these Parakeet takes only the threads
    int max_text_context = 0;
    std::vector<AttentionHead> heads;  // none: no times of tokens
    AttentionReading reading;
    std::atomic<bool> abort{false};

    // answered
    std::string error;
    std::string spoken_language;
    std::vector<std::string> prompt_tokens;
    std::vector<Segment> segments;
    StateTimings timings{};
    double align_ms = 0;
    bool aborted = false;
};

/** Fills in what was asked from JavaScript values; returns what is wrong with them, or "". JavaScript thread. */
std::string read_decoding(napi_env env, napi_value samples, napi_value options, const ModelDescription & model,
                          Decoding & decoding);

/** The answer as a JavaScript object. JavaScript thread. */
napi_value make_answer(napi_env env, const Decoding & decoding);

}  // namespace speech
