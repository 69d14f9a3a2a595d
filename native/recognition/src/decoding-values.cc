// Decodings as JavaScript sees them. All on the JavaScript thread. The TypeScript wrapper fills in every option; the
// values here for a missing one are whisper.cpp's own.
#include "decoding.h"
#include "js-values.h"

namespace speech {
namespace {

napi_value make_token(napi_env env, const Token & token) {
    napi_value value = js::make_object(env);
    js::set(env, value, "id", js::make_number(env, token.id));
    js::set(env, value, "text", js::make_text(env, token.text));
    js::set(env, value, "probability", js::make_number(env, token.probability));
    js::set(env, value, "startMs", js::make_number(env, static_cast<double>(token.start_ms)));
    js::set(env, value, "endMs", js::make_number(env, static_cast<double>(token.end_ms)));
    return value;
}

napi_value make_segment(napi_env env, const Segment & segment) {
    napi_value value = js::make_object(env);
    js::set(env, value, "startMs", js::make_number(env, static_cast<double>(segment.start_ms)));
    js::set(env, value, "endMs", js::make_number(env, static_cast<double>(segment.end_ms)));
    js::set(env, value, "text", js::make_text(env, segment.text));
    js::set(env, value, "noSpeechProbability", js::make_number(env, segment.no_speech_probability));
    js::set(env, value, "averageLogProbability", js::make_number(env, segment.average_log_probability));
    napi_value tokens = js::make_array(env, segment.tokens.size());
    for (size_t i = 0; i < segment.tokens.size(); i++) {
        napi_set_element(env, tokens, static_cast<uint32_t>(i), make_token(env, segment.tokens[i]));
    }
    js::set(env, value, "tokens", tokens);
    return value;
}

napi_value make_texts(napi_env env, const std::vector<std::string> & texts) {
    napi_value list = js::make_array(env, texts.size());
    for (size_t i = 0; i < texts.size(); i++) {
        napi_set_element(env, list, static_cast<uint32_t>(i), js::make_text(env, texts[i]));
    }
    return list;
}

napi_value make_timings(napi_env env, const Decoding & decoding) {
    const StateTimings & timings = decoding.timings;
    napi_value value = js::make_object(env);
    js::set(env, value, "melMs", js::make_number(env, timings.mel_ms));
    js::set(env, value, "encodeMs", js::make_number(env, timings.encode_ms));
    js::set(env, value, "decodeMs", js::make_number(env, timings.decode_ms));
    js::set(env, value, "promptMs", js::make_number(env, timings.prompt_ms));
    js::set(env, value, "batchMs", js::make_number(env, timings.batch_ms));
    js::set(env, value, "sampleMs", js::make_number(env, timings.sample_ms));
    js::set(env, value, "alignMs", js::make_number(env, decoding.align_ms));
    js::set(env, value, "encodes", js::make_number(env, timings.encodes));
    js::set(env, value, "decodes", js::make_number(env, timings.decodes));
    return value;
}

whisper_full_params read_params(napi_env env, napi_value options) {
    const int beam = static_cast<int>(js::number_of(env, options, "beam", 1));
    whisper_full_params params =
        whisper_full_default_params(beam > 1 ? WHISPER_SAMPLING_BEAM_SEARCH : WHISPER_SAMPLING_GREEDY);
    if (beam > 1) params.beam_search.beam_size = beam;
    params.greedy.best_of = static_cast<int>(js::number_of(env, options, "bestOf", 1));
    params.print_progress = params.print_realtime = params.print_timestamps = params.print_special = false;
    params.n_threads = static_cast<int>(js::number_of(env, options, "threads", 1));
    params.audio_ctx = static_cast<int>(js::number_of(env, options, "audioContext", 0));
    params.max_tokens = static_cast<int>(js::number_of(env, options, "maxTokens", 0));
    params.single_segment = js::flag_of(env, options, "singleSegment", false);
    params.no_timestamps = !js::flag_of(env, options, "timestamps", true);
    params.suppress_nst = js::flag_of(env, options, "suppressNonSpeech", false);
    params.temperature = static_cast<float>(js::number_of(env, options, "temperature", 0));
    params.temperature_inc = static_cast<float>(js::number_of(env, options, "temperatureIncrement", 0.2));
    params.entropy_thold = static_cast<float>(js::number_of(env, options, "entropyThreshold", 2.4));
    params.logprob_thold = static_cast<float>(js::number_of(env, options, "logProbabilityThreshold", -1));
    params.no_speech_thold = static_cast<float>(js::number_of(env, options, "noSpeechThreshold", 0.6));
    return params;
}

/** [layer, head, layer, head, ...] */
std::vector<AttentionHead> read_heads(napi_env env, napi_value options) {
    const std::vector<int> numbers = js::numbers_of(env, options, "alignmentHeads");
    std::vector<AttentionHead> heads;
    for (size_t i = 0; i + 1 < numbers.size(); i += 2) heads.push_back({numbers[i], numbers[i + 1]});
    return heads;
}

}  // namespace

std::string read_decoding(napi_env env, napi_value samples, napi_value options, const ModelDescription & model,
                          Decoding & decoding) {
    const float * memory = nullptr;
    size_t count = 0;
    if (!js::read_samples(env, samples, &memory, &count)) return "samples must be a Float32Array of 16 kHz mono sound";
    if (count == 0 || count > INT32_MAX) return "samples must hold between 1 and 2^31 - 1 samples";

    decoding.params = read_params(env, options);
    if (decoding.params.n_threads < 1 || decoding.params.n_threads > 64) return "threads must be between 1 and 64";
    if (decoding.params.audio_ctx < 0 || decoding.params.audio_ctx > model.audio_context) {
        return "audioContext must be between 0 and " + std::to_string(model.audio_context);
    }
    // An English model ignores the language, so it is told the one that it writes.
    decoding.language = model.multilingual ? js::text_of(env, options, "language") : "en";
    if (decoding.language != "auto" && whisper_lang_id(decoding.language.c_str()) < 0) {
        return "language must be 'auto' or a code that the model knows, such as 'en'";
    }
    decoding.heads = read_heads(env, options);
    decoding.reading.compare = js::flag_of(env, options, "compareAttention", true);
    decoding.reading.median = static_cast<size_t>(js::number_of(env, options, "attentionMedian", 7));
    decoding.prompt = js::text_of(env, options, "prompt");
    decoding.max_text_context = static_cast<int>(js::number_of(env, options, "maxTextContext", 0));
    decoding.id = static_cast<uint32_t>(js::number_of(env, options, "id", 0));
    decoding.samples.assign(memory, memory + count);
    return "";
}

napi_value make_answer(napi_env env, const Decoding & decoding) {
    napi_value answer = js::make_object(env);
    napi_value segments = js::make_array(env, decoding.segments.size());
    for (size_t i = 0; i < decoding.segments.size(); i++) {
        napi_handle_scope scope;
        napi_open_handle_scope(env, &scope);
        napi_set_element(env, segments, static_cast<uint32_t>(i), make_segment(env, decoding.segments[i]));
        napi_close_handle_scope(env, scope);
    }
    js::set(env, answer, "segments", segments);
    js::set(env, answer, "language", js::make_text(env, decoding.spoken_language));
    js::set(env, answer, "promptTokens", make_texts(env, decoding.prompt_tokens));
    js::set(env, answer, "aborted", js::make_flag(env, decoding.aborted));
    js::set(env, answer, "timings", make_timings(env, decoding));
    return answer;
}

}  // namespace speech
