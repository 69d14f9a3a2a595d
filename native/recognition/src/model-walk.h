// A walk through a model file, from its first byte to its last, that believes nothing.
#pragma once
#include <cstdint>
#include <cstdio>
#include <string>

namespace speech {

/** Reads forward and remembers the first failure, so that a walk reads as a list of what must be there. */
class Walk {
 public:
    /** `file` stays the caller's. */
    explicit Walk(FILE * file);

    const std::string & problem() const { return failure; }
    bool ok() const { return failure.empty(); }
    bool at_end();

    /** Notes a problem unless one is known already. */
    void expect(bool holds, const char * otherwise);

    int32_t number();
    int32_t number_between(int32_t low, int32_t high, const char * otherwise);
    void skip(int64_t bytes);
    std::string text(int32_t length);

    /** The magic of ggml's files. */
    void expect_magic();

    /** Everything up to the end is weights; returns how many there are. */
    int tensors();

 private:
    void tensor(std::string & name);

    FILE * file;
    int64_t size = 0;
    std::string failure;
};

constexpr const char * not_a_model = "it is not a model in whisper.cpp's ggml format";
constexpr const char * bad_header = "its header names sizes that no speech model has";

/** Whether weights of this kind exist and fill whole rows: ggml asserts both instead of answering. */
bool weights_fit(int32_t kind, int32_t width);

}  // namespace speech
