#include "parakeet-model.h"

#include <algorithm>
#include <cmath>

#include "decoding.h"
#include "model-file.h"
#include "parakeet-unity.h"

namespace speech {
namespace {

/** Vocabularies up to here are those of the English models. */
constexpr int largest_english_vocabulary = 1024;

// Shorter sounds have no spectrum to speak of: parakeet.cpp would divide by nothing.
constexpr size_t shortest = 16000 / 10;

/** A piece as in Whisper's tokens: a space before each word. */
std::string text_of(parakeet_context * model, const parakeet_token_data & token) {
    const char * piece = parakeet_token_to_str(model, token.id);
    std::string text(static_cast<size_t>(std::max(parakeet_token_to_text(piece, false, nullptr, 0), 0)) + 1, '\0');
    parakeet_token_to_text(piece, false, &text[0], static_cast<int>(text.size()));
    text.pop_back();
    return text;
}

/** Times of the model are hundredths of a second, on its grid of 80 ms. */
Segment segment_of(parakeet_context * model, const std::vector<parakeet_token_data> & tokens, int64_t length_ms) {
    Segment segment;
    double logs = 0;
    for (const parakeet_token_data & token : tokens) {
        const float probability = std::isfinite(token.p) ? token.p : 0.0f;
        logs += std::log(std::max(probability, 1e-10f));
        segment.tokens.push_back({token.id, text_of(model, token), probability, std::min(10 * token.t0, length_ms),
                                  std::min(10 * token.t1, length_ms)});
        segment.text += segment.tokens.back().text;
    }
    segment.start_ms = segment.tokens.front().start_ms;
    segment.end_ms = std::max(segment.start_ms, segment.tokens.back().end_ms);
    segment.no_speech_probability = 0;
    segment.average_log_probability = static_cast<float>(logs / static_cast<double>(tokens.size()));
    return segment;
}

class ParakeetMemory : public WorkingMemory {
 public:
    ParakeetMemory(parakeet_context * model, parakeet_state * state) : model(model), state(state) {}
    ~ParakeetMemory() override { parakeet_free_state(state); }

    void ask_between_nodes(const StopAsked & should_stop) override {
        stop_between_nodes(
            state, [](void * data) { return (*static_cast<const StopAsked *>(data))(); },
            const_cast<StopAsked *>(&should_stop));
    }

    void run(Decoding & decoding, const StopAsked & should_stop) override {
        decoding.spoken_language = decoding.language == "auto" ? "" : decoding.language;
        if (should_stop()) {
            decoding.aborted = true;
            return;
        }
        const auto length_ms = static_cast<int64_t>(decoding.samples.size() / 16);
        if (decoding.samples.size() < shortest) decoding.samples.resize(shortest, 0.0f);
        std::vector<parakeet_token_data> tokens;
        const bool heard = hear(model, state, decoding.samples, decoding.params.n_threads, tokens);
        const ParakeetTimings spent = timings_of(state);
        decoding.timings = {spent.mel_ms, spent.encode_ms, spent.decode_ms, 0, 0, 0, spent.encodes, spent.decodes};
        decoding.aborted = should_stop();
        if (!heard && !decoding.aborted) decoding.error = "The speech model cannot compute.";
        if (heard && !tokens.empty()) decoding.segments.push_back(segment_of(model, tokens, length_ms));
    }

 private:
    parakeet_context * model;
    parakeet_state * state;
};

class ParakeetModel : public Model {
 public:
    explicit ParakeetModel(parakeet_context * context) : context(context) {}
    ~ParakeetModel() override { parakeet_free(context); }

    ModelDescription describe() const override {
        ModelDescription description{};
        description.family = "parakeet";
        description.kind = "tdt";
        description.backend = device_in_use(context);
        description.vocabulary = parakeet_model_n_vocab(context);
        description.multilingual = description.vocabulary > largest_english_vocabulary;
        return description;
    }
    std::unique_ptr<WorkingMemory> make_memory() const override {
        parakeet_state * state = parakeet_init_state(context);
        return state ? std::make_unique<ParakeetMemory>(context, state) : nullptr;
    }

 private:
    // Non-const because parakeet.cpp's functions want it so.
    parakeet_context * context;
};

}  // namespace

std::shared_ptr<Model> load_parakeet(FILE * file, bool gpu, int gpu_device) {
    parakeet_context_params params = parakeet_context_default_params();
    params.use_gpu = gpu;
    params.gpu_device = gpu_device;
    auto loader = loader_for<parakeet_model_loader>(file);
    parakeet_context * context = parakeet_init_with_params_no_state(&loader, params);
    return context ? std::make_shared<ParakeetModel>(context) : nullptr;
}

}  // namespace speech
