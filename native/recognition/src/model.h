// A speech model: read-only weights, shared by its states.
#pragma once
#include "whisper.h"

namespace speech {

class Model {
 public:
    /** Takes over `loaded`. */
    explicit Model(whisper_context * loaded) : loaded(loaded) {}
    ~Model() { whisper_free(loaded); }
    Model(const Model &) = delete;
    Model & operator=(const Model &) = delete;

    // Non-const because whisper.cpp's functions want it so; the weights do not change after loading. Any thread.
    whisper_context * context() const { return loaded; }

 private:
    whisper_context * loaded;
};

}  // namespace speech
