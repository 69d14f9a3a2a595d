#include "whisper-model.h"

#include "model-file.h"
#include "whisper-decoding.h"
#include "whisper-unity.h"

namespace speech {
namespace {

class WhisperMemory : public WorkingMemory {
 public:
    WhisperMemory(whisper_context * model, whisper_state * state) : model(model), state(state) {}
    ~WhisperMemory() override { whisper_free_state(state); }

    void ask_between_nodes(const StopAsked & should_stop) override {
        stop_between_nodes(
            state, [](void * data) { return (*static_cast<const StopAsked *>(data))(); },
            const_cast<StopAsked *>(&should_stop));
    }
    void run(Decoding & decoding, const StopAsked & should_stop) override {
        run_whisper(decoding, model, state, should_stop);
    }

 private:
    whisper_context * model;
    whisper_state * state;
};

class WhisperModel : public Model {
 public:
    explicit WhisperModel(whisper_context * context) : context(context) {}
    ~WhisperModel() override { whisper_free(context); }

    ModelDescription describe() const override {
        ModelDescription description;
        description.family = "whisper";
        description.kind = whisper_model_type_readable(context);
        description.backend = device_in_use(context);
        description.multilingual = whisper_is_multilingual(context) != 0;
        description.audio_context = whisper_n_audio_ctx(context);
        description.text_layers = whisper_model_n_text_layer(context);
        description.text_heads = whisper_model_n_text_head(context);
        description.vocabulary = whisper_model_n_vocab(context);
        return description;
    }
    std::unique_ptr<WorkingMemory> make_memory() const override {
        whisper_state * state = whisper_init_state(context);
        return state ? std::make_unique<WhisperMemory>(context, state) : nullptr;
    }

 private:
    // Non-const because whisper.cpp's functions want it so.
    whisper_context * context;
};

}  // namespace

std::shared_ptr<Model> load_whisper(FILE * file, bool gpu, int gpu_device, bool flash_attention) {
    whisper_context_params params = whisper_context_default_params();
    params.use_gpu = gpu;
    params.gpu_device = gpu_device;
    params.flash_attn = flash_attention;
    auto loader = loader_for<whisper_model_loader>(file);
    whisper_context * context = whisper_init_with_params_no_state(&loader, params);
    return context ? std::make_shared<WhisperModel>(context) : nullptr;
}

}  // namespace speech
