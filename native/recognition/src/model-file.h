// Reading model files: opening them under any name, and checking them before whisper.cpp reads them.
#pragma once
#include <cstdio>
#include <memory>
#include <string>

#include "whisper.h"

namespace speech {

struct CloseFile {
    void operator()(FILE * file) const { fclose(file); }
};
using File = std::unique_ptr<FILE, CloseFile>;

/** Opens for reading by a UTF-8 path, also on Windows; empty if that fails. Any thread. */
File open_file(const std::string & path);

/** Lets whisper.cpp read from `file`, which stays the caller's. */
whisper_model_loader loader_for(FILE * file);

/**
 * Walks through a speech model (or the weights of the voice detector) from the first byte to the last, reading only the
 * headers of its tensors, and returns what is wrong, or "". whisper.cpp does not check its reads: from a file that was cut
 * off it takes garbage as sizes and may abort the process. Leaves the file at its beginning. Any thread.
 */
std::string problem_of_speech_model(FILE * file);
std::string problem_of_voice_model(FILE * file);

}  // namespace speech
