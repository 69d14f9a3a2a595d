// Tests of laying tokens along the sound. Ends with 0 if all is right, else says what is not.
#include "../src/alignment.h"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace {

using speech::align;

using Weights = std::vector<std::vector<float>>;

void check(bool is_right, const char * what) {
    if (is_right) return;
    std::fprintf(stderr, "wrong: %s\n", what);
    std::exit(1);
}

/** One head that looks at frames `from[row]` up to `from[row + 1]` in each row. */
Weights looking_at(const std::vector<size_t> & from, size_t frames) {
    std::vector<float> weights(from.size() * frames, 0.0f);
    for (size_t row = 0; row < from.size(); row++) {
        const size_t to = row + 1 < from.size() ? from[row + 1] : frames;
        for (size_t frame = from[row]; frame < to; frame++) weights[row * frames + frame] = 1.0f / (to - from[row]);
    }
    return {weights};
}

void tokens_begin_where_they_are_looked_for() {
    const Weights weights = looking_at({0, 20, 35, 70}, 100);
    for (const bool compare : {false, true}) {
        check(align({weights, 4, 100}, 0, {compare, 1}) == std::vector<int>({0, 20, 35, 70}), "tokens follow the attention");
    }
    check(align({weights, 4, 100}, 1, {false, 1}) == std::vector<int>({0, 35, 70}), "what opens a window is left out");
}

void stray_glances_do_not_count() {
    Weights weights = looking_at({0, 40}, 80);
    weights[0][0 * 80 + 60] = 5.0f;
    check(align({weights, 2, 80}, 0, {false, 1})[1] > 40, "without a median a glance moves a token");
    check(align({weights, 2, 80}, 0, {false, 7})[1] == 40, "a median takes it away");
}

void times_never_go_back() {
    std::mt19937 random(1);
    for (int run = 0; run < 300; run++) {
        const size_t rows = 1 + random() % 12, frames = 1 + random() % 40, heads = 1 + random() % 3;
        Weights weights(heads, std::vector<float>(rows * frames));
        for (auto & head : weights) {
            for (float & weight : head) weight = static_cast<float>(random() % 1000) / 1000;
        }
        const size_t first = random() % rows;
        const auto starts = align({weights, rows, frames}, first, {run % 2 == 0, run % 3 == 0 ? size_t{7} : size_t{1}});
        check(starts.size() == rows - first, "every token has a time");
        for (size_t i = 0; i < starts.size(); i++) {
            check(starts[i] >= (i > 0 ? starts[i - 1] : 0) && starts[i] < static_cast<int>(frames), "times are in order");
        }
    }
}

}  // namespace

int main() {
    tokens_begin_where_they_are_looked_for();
    stray_glances_do_not_count();
    times_never_go_back();
    return 0;
}
