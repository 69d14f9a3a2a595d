#include "model-file.h"
#include "model-walk.h"

namespace speech {
namespace {

/** The numbers that parakeet.cpp's graphs are built from, in the order of the file. */
struct Header {
    int32_t vocabulary, width, layers, mels, fft, channels, prediction_layers, durations;
};

/** parakeet.cpp lets smaller numbers than those of the published model pass, and asserts what they must be together. */
Header walk_header(Walk & walk) {
    Header header{};
    header.vocabulary = walk.number_between(1, largest_parakeet_vocabulary, bad_header);
    walk.number_between(100, 5000, bad_header);  // audio context: frames of 10 ms
    header.width = walk.number_between(2, 1024, bad_header);
    const int32_t heads = walk.number_between(1, 8, bad_header);
    header.layers = walk.number_between(1, 24, bad_header);
    header.mels = walk.number_between(8, 128, bad_header);
    const int32_t weights = walk.number();
    header.fft = walk.number_between(64, 512, bad_header);
    const int32_t factor = walk.number_between(8, 8, bad_header);  // three convolutions halve the frames each
    header.channels = walk.number_between(1, 256, bad_header);
    const int32_t kernel = walk.number_between(1, 9, bad_header);
    walk.number_between(1, 640, bad_header);  // width of the prediction network
    header.prediction_layers = walk.number_between(1, 2, bad_header);
    header.durations = walk.number_between(1, 5, bad_header);
    walk.number_between(1, 10, bad_header);  // tokens in one frame
    walk.expect(kernel % 2 == 1 && header.mels % factor == 0 && header.fft % 2 == 0, bad_header);
    walk.expect(header.width % 2 == 0 && header.width % heads == 0, bad_header);
    walk.expect(weights_fit(weights, header.width), bad_header);
    walk.expect(weights_fit(weights, header.mels / factor * header.channels), bad_header);
    return header;
}

constexpr int32_t longest_duration = 64;

/** As parakeet.cpp counts them. */
int tensors_of(const Header & header) { return 12 + 29 * header.layers + 1 + 3 * header.prediction_layers + 6; }

}  // namespace

std::string problem_of_parakeet_model(FILE * file) {
    Walk walk(file);
    walk.expect_magic();
    const Header header = walk_header(walk);
    walk.number_between(header.mels, header.mels, bad_header);
    const int32_t bins = 1 + header.fft / 2;
    walk.number_between(bins, bins, bad_header);
    walk.skip(static_cast<int64_t>(header.mels) * bins * static_cast<int64_t>(sizeof(float)));
    walk.skip(walk.number_between(0, header.fft, bad_header) * static_cast<int64_t>(sizeof(float)));  // window
    for (int32_t i = 0; i < header.durations && walk.ok(); i++) walk.number_between(0, longest_duration, bad_header);
    walk.number_between(header.vocabulary, header.vocabulary, bad_header);
    for (int32_t i = 0; i < header.vocabulary && walk.ok(); i++) walk.skip(walk.number_between(0, 1024, bad_header));
    const int found = walk.tensors();
    walk.expect(found == tensors_of(header), "it lacks some of its weights: the file is not complete");
    return walk.problem();
}

}  // namespace speech
