#include "loading.h"

#include "addon.h"
#include "js-values.h"
#include "model-file.h"
#include "parakeet-model.h"
#include "whisper-model.h"

namespace speech {
namespace {

/** Owned by the async work; `execute` runs on a thread of the pool, everything else on the JavaScript thread. */
struct Loading {
    napi_deferred promise = nullptr;
    napi_async_work work = nullptr;
    const char * error_code = nullptr;
    std::string error;

    virtual ~Loading() = default;
    virtual void execute() = 0;
    /** The handle for JavaScript; called only if nothing failed. */
    virtual napi_value result(napi_env env) = 0;

    void fail(const char * code, const std::string & message) {
        error_code = code;
        error = message;
    }
};

struct ModelLoading : Loading {
    std::string path;
    ModelOptions options;
    std::shared_ptr<Model> model;

    void execute() override {
        const File file = open_file(path);
        if (!file) return fail("file_missing", "the file cannot be opened");
        const bool is_parakeet = is_parakeet_model(file.get());
        const std::string problem =
            is_parakeet ? problem_of_parakeet_model(file.get()) : problem_of_whisper_model(file.get());
        if (!problem.empty()) return fail("model_broken", problem);
        model = is_parakeet ? load_parakeet(file.get(), options.gpu, options.gpu_device)
                            : load_whisper(file.get(), options.gpu, options.gpu_device, options.flash_attention);
        if (!model) fail("model_broken", "its weights do not fit together");
    }
    napi_value result(napi_env env) override { return js::make_handle(env, model); }
};

struct StateLoading : Loading {
    std::shared_ptr<Model> model;
    std::unique_ptr<WorkingMemory> memory;

    void execute() override {
        memory = model->make_memory();
        if (!memory) fail("out_of_memory", "there is not enough memory for another recognition state");
    }
    napi_value result(napi_env env) override {
        auto hold = std::make_shared<StateHold>();
        hold->state = State::start(environment_of(env), model, std::move(memory));
        return js::make_handle(env, hold);
    }
};

void execute(napi_env, void * data) {
    auto loading = static_cast<Loading *>(data);
    try {
        loading->execute();
    } catch (const std::bad_alloc &) {
        loading->fail("out_of_memory", "there is not enough memory for it");
    } catch (const std::exception & error) {
        loading->fail("model_broken", error.what());
    }
}

void complete(napi_env env, napi_status status, void * data) {
    const std::unique_ptr<Loading> loading(static_cast<Loading *>(data));
    napi_delete_async_work(env, loading->work);
    const auto environment = environment_of(env);
    if (status != napi_ok || !environment || environment->closing) return;  // nobody waits any more
    if (loading->error_code) {
        napi_reject_deferred(env, loading->promise, js::make_error(env, loading->error_code, loading->error));
    } else {
        napi_resolve_deferred(env, loading->promise, loading->result(env));
    }
}

napi_value start(napi_env env, std::unique_ptr<Loading> loading) {
    napi_value promise = nullptr;
    napi_create_promise(env, &loading->promise, &promise);
    napi_create_async_work(env, nullptr, js::make_text(env, "speech:load"), execute, complete, loading.get(),
                           &loading->work);
    if (napi_queue_async_work(env, loading->work) == napi_ok) {
        loading.release();
    } else {
        napi_reject_deferred(env, loading->promise, js::make_error(env, "internal", "the work cannot be queued"));
    }
    return promise;
}

}  // namespace

napi_value load_model(napi_env env, const std::string & path, const ModelOptions & options) {
    auto loading = std::make_unique<ModelLoading>();
    loading->path = path;
    loading->options = options;
    return start(env, std::move(loading));
}

napi_value create_state(napi_env env, std::shared_ptr<Model> model) {
    auto loading = std::make_unique<StateLoading>();
    loading->model = std::move(model);
    return start(env, std::move(loading));
}

}  // namespace speech
