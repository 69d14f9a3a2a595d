// Reading model files: opening them under any name, and checking them before whisper.cpp reads them.
#pragma once
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace speech {

struct CloseFile {
    void operator()(FILE * file) const { fclose(file); }
};
using File = std::unique_ptr<FILE, CloseFile>;

/** Opens for reading by a UTF-8 path, also on Windows; empty if that fails. Any thread. */
File open_file(const std::string & path);

/** Lets whisper.cpp or parakeet.cpp read from `file`, which stays the caller's. */
template <class Loader>
Loader loader_for(FILE * file) {
    Loader loader;
    loader.context = file;
    loader.read = [](void * context, void * into, size_t bytes) {
        return fread(into, 1, bytes, static_cast<FILE *>(context));
    };
    loader.eof = [](void * context) { return feof(static_cast<FILE *>(context)) != 0; };
    loader.close = [](void *) {};
    return loader;
}

/** Whisper's vocabularies are larger than any of Parakeet's. */
constexpr int32_t largest_parakeet_vocabulary = 8192;

/** Which of the two families of speech models a file claims to be of. */
bool is_parakeet_model(FILE * file);

/**
 * These walk through a model from the first byte to the last, reading only the headers of its tensors, and return what is
 * wrong, or "". whisper.cpp and parakeet.cpp do not check their reads: from a file that was cut off they take garbage as sizes
 * and may abort the process. They leave the file at its beginning. Any thread.
 */
std::string problem_of_whisper_model(FILE * file);
std::string problem_of_parakeet_model(FILE * file);
std::string problem_of_voice_model(FILE * file);

}  // namespace speech
