// Whisper models, by whisper.cpp.
#pragma once
#include <cstdio>

#include "model.h"

namespace speech {

/** Empty if the weights do not fit together. The file must have been checked (model-file.h). Any thread. */
std::shared_ptr<Model> load_whisper(FILE * file, bool gpu, int gpu_device, bool flash_attention);

}  // namespace speech
