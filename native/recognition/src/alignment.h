// Laying tokens along the sound, given where the decoder looked for each of them. Pure; any thread; allocates.
#pragma once
#include <cstddef>
#include <vector>

namespace speech {

/** Weights of every head: `rows` times `frames` numbers each. */
struct Attention {
    const std::vector<std::vector<float>> & heads;
    size_t rows, frames;
};

/** How much is done to the weights before they are followed. */
struct AttentionReading {
    bool compare = true;     // counts how much more a token looks at a frame than the others do
    size_t median = 7;       // frames of the running median that takes stray glances away; odd, 1 is none
};

/**
 * For each row from `first_row` on, the frame at which its token begins: never before that of the row above. The last row is
 * the one that looks for the end.
 */
std::vector<int> align(const Attention & attention, size_t first_row, const AttentionReading & reading);

}  // namespace speech
