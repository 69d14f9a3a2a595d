// What the families of speech models have in common: read-only weights, and the working memory of one voice path.
#pragma once
#include <functional>
#include <memory>
#include <string>

namespace speech {

struct Decoding;

/** Whether a decoding should end now. Asked by a state's thread and the helper threads of its backend. */
using StopAsked = std::function<bool()>;

/** Touched by one thread at a time. */
class WorkingMemory {
 public:
    virtual ~WorkingMemory() = default;

    /** Has `should_stop` asked between the nodes of the model's graph; it must outlive the memory. */
    virtual void ask_between_nodes(const StopAsked & should_stop) = 0;

    /** Decodes; what was asked is in `decoding`, and the answer too. */
    virtual void run(Decoding & decoding, const StopAsked & should_stop) = 0;
};

struct ModelDescription {
    std::string family, kind, backend;
    bool multilingual;
    int audio_context;  // frames of 20 ms that the encoder can look at in one go; 0: it is not limited
    int text_layers, text_heads, vocabulary;
};

/** Does not change after loading. Any thread. */
class Model {
 public:
    virtual ~Model() = default;
    virtual ModelDescription describe() const = 0;

    /** Empty if there is not enough memory. Slow; the model must outlive it. */
    virtual std::unique_ptr<WorkingMemory> make_memory() const = 0;
};

}  // namespace speech
