#include "decoding.h"

#include <algorithm>

namespace speech {
namespace {

// whisper.cpp counts in hundredths of a second; a negative time means that it has none.
int64_t to_ms(int64_t hundredths) { return hundredths < 0 ? -1 : hundredths * 10; }

std::vector<Token> tokens_of(whisper_context * model, whisper_state * state, int segment) {
    std::vector<Token> tokens;
    const int count = whisper_full_n_tokens_from_state(state, segment);
    for (int i = 0; i < count; i++) {
        const whisper_token_data data = whisper_full_get_token_data_from_state(state, segment, i);
        const char * text = whisper_full_get_token_text_from_state(model, state, segment, i);
        tokens.push_back({data.id, text ? text : "", data.p, to_ms(data.t0), to_ms(data.t1)});
    }
    return tokens;
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

}  // namespace

void run(Decoding & decoding, whisper_context * model, whisper_state * state, const std::function<bool()> & should_stop) {
    whisper_full_params & params = decoding.params;
    params.language = decoding.language.c_str();
    set_text_context(decoding, model);

    void * user_data = const_cast<std::function<bool()> *>(&should_stop);
    params.abort_callback = [](void * data) { return (*static_cast<std::function<bool()> *>(data))(); };
    params.abort_callback_user_data = user_data;
    params.encoder_begin_callback = [](whisper_context *, whisper_state *, void * data) {
        return !(*static_cast<std::function<bool()> *>(data))();
    };
    params.encoder_begin_callback_user_data = user_data;

    if (should_stop()) {
        decoding.aborted = true;
        return;
    }
    reset_timings(state);
    const int result =
        whisper_full_with_state(model, state, params, decoding.samples.data(), static_cast<int>(decoding.samples.size()));
    decoding.timings = timings_of(state);
    decoding.aborted = should_stop();
    if (result != 0 && !decoding.aborted) {
        decoding.error = "The speech model stopped with error " + std::to_string(result) + ".";
        return;
    }

    // After an abort these are the segments that were complete by then.
    const char * language = whisper_lang_str(whisper_full_lang_id_from_state(state));
    decoding.spoken_language = language ? language : "";
    const int count = whisper_full_n_segments_from_state(state);
    for (int i = 0; i < count; i++) {
        decoding.segments.push_back({to_ms(whisper_full_get_segment_t0_from_state(state, i)),
                                     to_ms(whisper_full_get_segment_t1_from_state(state, i)),
                                     whisper_full_get_segment_text_from_state(state, i),
                                     whisper_full_get_segment_no_speech_prob_from_state(state, i),
                                     tokens_of(model, state, i)});
    }
}

}  // namespace speech
