// A state: the working memory of one voice path, with a thread of its own and a queue of decodings. States share the
// weights of their model and run side by side.
#pragma once
#include <node_api.h>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "decoding.h"
#include "environment.h"
#include "model.h"

namespace speech {

class State {
 public:
    /** Takes over `memory` and starts the thread. JavaScript thread. */
    static std::shared_ptr<State> start(std::shared_ptr<Environment> environment, std::shared_ptr<Model> model,
                                        std::unique_ptr<WorkingMemory> memory);

    /** False if the queue is full. JavaScript thread. */
    bool enqueue(std::unique_ptr<Decoding> & decoding);

    /** Stops the decoding with this id, running or queued. JavaScript thread. */
    void abort(uint32_t id);

    /** Stops what runs and ends the thread, without waiting. Any thread. */
    void close();

    /** Waits for the thread. JavaScript thread, once. */
    void join() { thread.join(); }

    const Model & of_model() const { return *model; }

 private:
    State() = default;
    void work();
    std::unique_ptr<Decoding> next();
    bool should_stop() const;

    std::shared_ptr<Environment> environment;
    std::shared_ptr<Model> model;
    StopAsked stop_asked;                   // outlives `memory`, whose backends hold a pointer to it
    std::unique_ptr<WorkingMemory> memory;  // touched by the thread only
    std::thread thread;
    std::weak_ptr<State> self;

    std::mutex mutex;  // guards the queue, `current` and changes of `closing`
    std::condition_variable changed;
    std::deque<std::unique_ptr<Decoding>> queue;
    Decoding * current = nullptr;  // written by the thread under the mutex, so the thread itself reads it freely
    std::atomic<bool> closing{false};
};

/** JavaScript's hold on a state: when it is freed or collected, the state closes. */
struct StateHold {
    std::shared_ptr<State> state;
    ~StateHold() { state->close(); }
};

/** Settles the promise of a decoding, or joins the thread of a state that has ended. JavaScript thread. */
void deliver_report(napi_env env, napi_value callback, void * context, void * data);

}  // namespace speech
