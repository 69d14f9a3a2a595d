// A decoding by whisper.cpp.
#pragma once
#include "decoding.h"
#include "model.h"
#include "whisper.h"

namespace speech {

/** On the state's thread; `should_stop` is asked between the nodes of the model's graph too. */
void run_whisper(Decoding & decoding, whisper_context * model, whisper_state * state, const StopAsked & should_stop);

}  // namespace speech
