#include "alignment.h"

#include <algorithm>
#include <cmath>

namespace speech {
namespace {

/** A row for each token and a column for each frame. */
struct Matrix {
    size_t rows, columns;
    std::vector<float> values;
    float & at(size_t row, size_t column) { return values[row * columns + column]; }
    float at(size_t row, size_t column) const { return values[row * columns + column]; }
};

/** Weights become comparable: how much more than the other tokens of the window a token looks at a frame. */
void compare_tokens(Matrix & weights) {
    for (size_t frame = 0; frame < weights.columns; frame++) {
        double sum = 0, squares = 0;
        for (size_t row = 0; row < weights.rows; row++) {
            sum += weights.at(row, frame);
            squares += static_cast<double>(weights.at(row, frame)) * weights.at(row, frame);
        }
        const double mean = sum / static_cast<double>(weights.rows);
        const double deviation = std::sqrt(std::max(squares / static_cast<double>(weights.rows) - mean * mean, 0.0));
        for (size_t row = 0; row < weights.rows; row++) {
            weights.at(row, frame) = static_cast<float>((weights.at(row, frame) - mean) / (deviation + 1e-9));
        }
    }
}

/** A running median along the sound. The ends are mirrored. */
void smooth(Matrix & weights, size_t width) {
    const int half = static_cast<int>(width / 2);
    const int columns = static_cast<int>(weights.columns);
    if (half == 0 || columns <= half) return;
    std::vector<float> row(weights.columns), seen(static_cast<size_t>(2 * half + 1));
    for (size_t token = 0; token < weights.rows; token++) {
        for (int frame = 0; frame < columns; frame++) {
            for (int i = -half; i <= half; i++) {
                int from = std::abs(frame + i);
                if (from >= columns) from = 2 * (columns - 1) - from;
                seen[static_cast<size_t>(i + half)] = weights.at(token, static_cast<size_t>(from));
            }
            std::nth_element(seen.begin(), seen.begin() + half, seen.end());
            row[static_cast<size_t>(frame)] = seen[static_cast<size_t>(half)];
        }
        std::copy(row.begin(), row.end(), weights.values.begin() + static_cast<long>(token * weights.columns));
    }
}

/** The cheapest way from the first token and frame to the last of both (dynamic time warping): each row's first frame. */
std::vector<int> warp(const Matrix & gain) {
    enum Step : char { both, token, frame };
    const size_t columns = gain.columns;
    std::vector<double> cost((gain.rows + 1) * (columns + 1), INFINITY);
    std::vector<Step> steps(cost.size(), both);
    const auto index = [&](size_t row, size_t column) { return row * (columns + 1) + column; };
    cost[0] = 0;
    for (size_t row = 1; row <= gain.rows; row++) {
        for (size_t column = 1; column <= columns; column++) {
            const double diagonal = cost[index(row - 1, column - 1)];
            const double down = cost[index(row - 1, column)];
            const double right = cost[index(row, column - 1)];
            const Step step = diagonal <= std::min(down, right) ? both : down <= right ? token : frame;
            steps[index(row, column)] = step;
            cost[index(row, column)] = std::min({diagonal, down, right}) - gain.at(row - 1, column - 1);
        }
    }
    std::vector<int> starts(gain.rows, 0);
    size_t row = gain.rows, column = columns;
    while (row > 0 && column > 0) {
        starts[row - 1] = static_cast<int>(column - 1);
        const Step step = steps[index(row, column)];
        if (step != frame) row--;
        if (step != token) column--;
    }
    return starts;
}

}  // namespace

std::vector<int> align(const Attention & attention, size_t first_row, const AttentionReading & reading) {
    const size_t rows = attention.rows, frames = attention.frames;
    Matrix gain{rows - first_row, frames, std::vector<float>((rows - first_row) * frames, 0.0f)};
    for (const auto & head : attention.heads) {
        Matrix weights{rows, frames, head};
        if (reading.compare) compare_tokens(weights);
        smooth(weights, reading.median);
        for (size_t i = 0; i < gain.values.size(); i++) gain.values[i] += weights.values[first_row * frames + i];
    }
    return warp(gain);
}

}  // namespace speech
