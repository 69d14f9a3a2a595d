// Parakeet models (a transducer that tells tokens and their durations), by whisper.cpp's parakeet.cpp.
#pragma once
#include <cstdio>

#include "model.h"

namespace speech {

/** Empty if the weights do not fit together. The file must have been checked (model-file.h). Any thread. */
std::shared_ptr<Model> load_parakeet(FILE * file, bool gpu, int gpu_device);

}  // namespace speech
