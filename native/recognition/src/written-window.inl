// What the decoder wrote for a window, with the time marks that whisper.cpp leaves out of its segments. A part of
// whisper-unity.cc.

namespace speech {
namespace {

/** Where each token of the segments lies in what a decoder wrote; false if it was another decoder that wrote them. */
bool place_segments(const whisper_context * model, const whisper_state * state, int first_segment,
                    const std::vector<whisper_token_data> & written, std::vector<WrittenWindow::Place> & places) {
    places.assign(written.size(), {-1, 0});
    size_t at = 0;
    for (size_t segment = static_cast<size_t>(first_segment); segment < state->result_all.size(); segment++) {
        const auto & tokens = state->result_all[segment].tokens;
        for (size_t token = 0; token < tokens.size(); token++) {
            if (tokens[token].id == model->vocab.token_eot) continue;
            // Segments hold copies: the same token was written with the same probability.
            while (at < written.size() && (written[at].id != tokens[token].id || written[at].p != tokens[token].p)) at++;
            if (at >= written.size()) return false;
            places[at++] = {static_cast<int>(segment), static_cast<int>(token)};
        }
    }
    return true;
}

/** A segment begins where the mark before it says, counted from where the window begins, in hundredths of a second. */
int64_t window_start(const whisper_context * model, const whisper_state * state, int first_segment,
                     const std::vector<whisper_token_data> & written) {
    const int32_t mark = model->vocab.token_beg;
    int32_t first_mark = written.front().tid;
    for (size_t i = 0; i < written.size() && written[i].id > mark; i++) first_mark = written[i].tid;
    return state->result_all[static_cast<size_t>(first_segment)].t0 - 2 * (first_mark - mark);
}

}  // namespace

WrittenWindow window_written(const whisper_context * model, const whisper_state * state, int first_segment) {
    WrittenWindow window;
    for (const whisper_decoder & decoder : state->decoders) {
        std::vector<whisper_token_data> written = decoder.sequence.tokens;
        while (!written.empty() && written.back().id == model->vocab.token_eot) written.pop_back();
        if (written.empty() || !place_segments(model, state, first_segment, written, window.places)) continue;
        window.start_ms = 10 * window_start(model, state, first_segment, written);
        for (const whisper_token_data & token : written) window.tokens.push_back(token.id);
        return window;
    }
    return window;
}

}  // namespace speech
