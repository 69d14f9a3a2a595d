#include "state.h"

#include "js-values.h"

namespace speech {
namespace {

// A state that is 64 decodings behind will not catch up: the caller is told instead of memory growing.
constexpr size_t longest_queue = 64;

/** What a state's thread tells the JavaScript thread: a decoding is done, or the thread has ended. */
struct Report {
    std::unique_ptr<Decoding> decoding;
    std::shared_ptr<State> ended;
};

// State's thread. After the environment has closed there is nobody to tell, and the report is dropped.
void send(Environment & environment, Report report) {
    auto message = std::make_unique<Report>(std::move(report));
    if (napi_call_threadsafe_function(environment.reports, message.get(), napi_tsfn_nonblocking) == napi_ok) {
        message.release();
    }
}

}  // namespace

std::shared_ptr<State> State::start(std::shared_ptr<Environment> environment, std::shared_ptr<Model> model,
                                    std::unique_ptr<WorkingMemory> memory) {
    std::shared_ptr<State> state(new State);
    state->self = state;
    state->environment = environment;
    state->model = std::move(model);
    state->memory = std::move(memory);
    state->stop_asked = [raw = state.get()] { return raw->should_stop(); };
    state->memory->ask_between_nodes(state->stop_asked);
    environment->states.insert(state);
    // The environment holds the state until the thread is joined.
    state->thread = std::thread([raw = state.get()] { raw->work(); });
    return state;
}

bool State::enqueue(std::unique_ptr<Decoding> & decoding) {
    {
        std::lock_guard<std::mutex> lock(mutex);
        if (queue.size() >= longest_queue) return false;
        queue.push_back(std::move(decoding));
    }
    changed.notify_one();
    return true;
}

void State::abort(uint32_t id) {
    std::lock_guard<std::mutex> lock(mutex);
    if (current && current->id == id) current->abort = true;
    for (auto & decoding : queue) {
        if (decoding->id == id) decoding->abort = true;
    }
}

void State::close() {
    {
        std::lock_guard<std::mutex> lock(mutex);
        closing = true;
    }
    changed.notify_all();
}

// State's thread, and the helper threads of its backend while it waits for them.
bool State::should_stop() const { return closing || (current && current->abort); }

// State's thread. After close() the queue is emptied first: each decoding ends at once, as aborted.
std::unique_ptr<Decoding> State::next() {
    std::unique_lock<std::mutex> lock(mutex);
    changed.wait(lock, [this] { return closing || !queue.empty(); });
    if (queue.empty()) return nullptr;
    auto decoding = std::move(queue.front());
    queue.pop_front();
    current = decoding.get();
    return decoding;
}

void State::work() {
    while (auto decoding = next()) {
        try {
            memory->run(*decoding, stop_asked);
        } catch (const std::exception & error) {
            decoding->error = error.what();
        }
        {
            std::lock_guard<std::mutex> lock(mutex);
            current = nullptr;
        }
        send(*environment, {std::move(decoding), nullptr});
    }
    memory.reset();
    model.reset();
    send(*environment, {nullptr, self.lock()});
}

void deliver_report(napi_env env, napi_value, void * context, void * data) {
    const std::unique_ptr<Report> report(static_cast<Report *>(data));
    if (!env) return;  // the environment is going away; close_environment has joined the threads
    Environment & environment = *static_cast<Environment *>(context);
    if (report->ended) {
        if (environment.states.erase(report->ended) > 0) report->ended->join();
        return;
    }
    decoding_ended(env, environment);
    const Decoding & decoding = *report->decoding;
    if (decoding.error.empty()) napi_resolve_deferred(env, decoding.promise, make_answer(env, decoding));
    else napi_reject_deferred(env, decoding.promise, js::make_error(env, "decode_failed", decoding.error));
}

}  // namespace speech
