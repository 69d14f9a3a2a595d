#include "whisper-decoding.h"

#include <algorithm>
#include <cmath>

#include "token-times.h"

namespace speech {
namespace {

// whisper.cpp counts in hundredths of a second. Without time marks it begins its segments long before the sound.
int64_t to_ms(int64_t hundredths) { return std::max<int64_t>(hundredths, 0) * 10; }

std::vector<Token> tokens_of(whisper_context * model, whisper_state * state, int segment,
                             const std::vector<TokenTime> & times) {
    std::vector<Token> tokens;
    const int count = whisper_full_n_tokens_from_state(state, segment);
    for (int i = 0; i < count; i++) {
        const whisper_token_data data = whisper_full_get_token_data_from_state(state, segment, i);
        const char * text = whisper_full_get_token_text_from_state(model, state, segment, i);
        const TokenTime time = times.empty() ? TokenTime{} : times[static_cast<size_t>(i)];
        tokens.push_back({data.id, text ? text : "", data.p, time.start_ms, time.end_ms});
    }
    return tokens;
}

/** How sure the model was of its words: the mean of their logarithms, marks left out. */
float average_log_probability(whisper_context * model, const std::vector<Token> & tokens) {
    double sum = 0;
    int words = 0;
    for (const Token & token : tokens) {
        if (token.id >= whisper_token_eot(model)) continue;
        sum += std::log(std::max(token.probability, 1e-10f));
        words++;
    }
    return words > 0 ? static_cast<float>(sum / words) : 0.0f;
}

using NoTimes = std::vector<TokenTime>;

Segment segment_of(whisper_context * model, whisper_state * state, int index, const std::vector<TokenTime> & times) {
    Segment segment;
    segment.start_ms = to_ms(whisper_full_get_segment_t0_from_state(state, index));
    segment.end_ms = to_ms(whisper_full_get_segment_t1_from_state(state, index));
    segment.text = whisper_full_get_segment_text_from_state(state, index);
    segment.no_speech_probability = whisper_full_get_segment_no_speech_prob_from_state(state, index);
    segment.tokens = tokens_of(model, state, index, times);
    segment.average_log_probability = average_log_probability(model, segment.tokens);
    return segment;
}

/**
 * The prompt is given to every window of the recording, and at most `max_text_context` tokens of earlier text follow it.
 * whisper.cpp has one limit for both together, and with a limit of 0 it would drop the prompt as well.
 */
void set_text_context(Decoding & decoding, whisper_context * model) {
    whisper_full_params & params = decoding.params;
    params.no_context = true;
    params.carry_initial_prompt = true;
    params.n_max_text_ctx = decoding.max_text_context;
    if (decoding.prompt.empty()) return;
    params.initial_prompt = decoding.prompt.c_str();
    // One more for the token that opens the context.
    params.n_max_text_ctx += whisper_token_count(model, decoding.prompt.c_str()) + 1;
}

/** What whisper.cpp's callbacks work on while it decodes. */
struct Progress {
    Decoding & decoding;
    const StopAsked & should_stop;
    TokenTimes times;
    int windows = 0;
};

/** whisper.cpp forgets the prompt before a short last window, so it is read before the first one. */
void note_prompt(Decoding & decoding, whisper_context * model, whisper_state * state) {
    for (const int32_t token : prompt_of(state)) decoding.prompt_tokens.push_back(whisper_token_to_str(model, token));
}

}  // namespace

void run_whisper(Decoding & decoding, whisper_context * model, whisper_state * state, const StopAsked & should_stop) {
    whisper_full_params & params = decoding.params;
    params.language = decoding.language.c_str();
    set_text_context(decoding, model);

    Progress progress{decoding, should_stop, {model, state, {decoding.heads, decoding.reading, params.audio_ctx, params.n_threads}}};
    params.abort_callback = [](void * data) { return static_cast<Progress *>(data)->should_stop(); };
    params.abort_callback_user_data = &progress;
    params.encoder_begin_callback = [](whisper_context * model, whisper_state * state, void * data) {
        auto & progress = *static_cast<Progress *>(data);
        if (progress.windows++ == 0) note_prompt(progress.decoding, model, state);
        else progress.times.window_done();
        return !progress.should_stop();
    };
    params.encoder_begin_callback_user_data = &progress;

    if (should_stop()) {
        decoding.aborted = true;
        return;
    }
    reset_timings(state);
    const int result =
        whisper_full_with_state(model, state, params, decoding.samples.data(), static_cast<int>(decoding.samples.size()));
    if (result == 0 && !should_stop()) progress.times.window_done();
    decoding.timings = timings_of(state);
    decoding.align_ms = progress.times.spent_ms();
    decoding.aborted = should_stop();
    if (result != 0 && !decoding.aborted) {
        decoding.error = "The speech model stopped with error " + std::to_string(result) + ".";
        return;
    }

    // After an abort these are the segments that were complete by then.
    const char * language = whisper_lang_str(whisper_full_lang_id_from_state(state));
    decoding.spoken_language = language ? language : "";
    const int count = whisper_full_n_segments_from_state(state);
    const auto & times = progress.times.times();
    for (int i = 0; i < count; i++) {
        const bool has_times = static_cast<size_t>(i) < times.size();
        decoding.segments.push_back(segment_of(model, state, i, has_times ? times[static_cast<size_t>(i)] : NoTimes()));
    }
}

}  // namespace speech
