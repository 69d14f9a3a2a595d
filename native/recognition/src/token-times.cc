#include "token-times.h"

#include <algorithm>

#include "ggml.h"

namespace speech {
namespace {

/** What the decoder was told before its first token: write down this language, with time marks or without. */
std::vector<int32_t> opening_of(whisper_context * model, whisper_state * state, bool has_marks) {
    std::vector<int32_t> tokens = {whisper_token_sot(model)};
    if (whisper_is_multilingual(model)) {
        tokens.push_back(whisper_token_lang(model, whisper_full_lang_id_from_state(state)));
        tokens.push_back(whisper_token_transcribe(model));
    }
    if (!has_marks) tokens.push_back(whisper_token_not(model));
    return tokens;
}

}  // namespace

void TokenTimes::window_done() {
    if (how.heads.empty()) return;
    const int64_t started = ggml_time_us();
    find_times();
    spent_us += ggml_time_us() - started;
}

void TokenTimes::find_times() {
    const size_t from = found.size();
    const size_t to = static_cast<size_t>(whisper_full_n_segments_from_state(state));
    for (size_t i = from; i < to; i++) {
        found.emplace_back(whisper_full_n_tokens_from_state(state, static_cast<int>(i)));
    }
    if (from == to) return;

    const WrittenWindow window = window_written(model, state, static_cast<int>(from));
    if (window.tokens.empty()) return;
    const int reach = how.audio_context > 0 ? how.audio_context : whisper_n_audio_ctx(model);
    const int frames = std::min((whisper_n_len_from_state(state) - static_cast<int>(window.start_ms / 10)) / 2, reach);
    std::vector<int32_t> tokens = opening_of(model, state, window.tokens.front() >= whisper_token_beg(model));
    // The row of each token is the one before it: there the decoder looks for what it will write.
    const size_t first_row = tokens.size() - 1;
    tokens.insert(tokens.end(), window.tokens.begin(), window.tokens.end());
    const auto attention = cross_attention(model, state, tokens, frames, how.heads, how.threads);
    if (attention.empty()) return;
    const std::vector<int> starts = align({attention, tokens.size(), static_cast<size_t>(frames)}, first_row, how.reading);
    for (size_t i = 0; i < window.places.size(); i++) {
        const auto [segment, token] = window.places[i];
        if (segment < 0) continue;
        found[static_cast<size_t>(segment)][static_cast<size_t>(token)] = {window.start_ms + 20 * starts[i],
                                                                           window.start_ms + 20 * starts[i + 1]};
    }
}

}  // namespace speech
