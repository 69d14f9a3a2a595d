#include "model-walk.h"

#include <set>

#include "ggml.h"

namespace speech {
namespace {

constexpr uint32_t ggml_file_magic = 0x67676d6c;
constexpr const char * cut_off = "it ends in the middle: the file is not complete";
constexpr const char * bad_tensor = "its list of weights is damaged";

#ifdef _WIN32
int64_t position(FILE * file) { return _ftelli64(file); }
bool seek(FILE * file, int64_t offset, int origin) { return _fseeki64(file, offset, origin) == 0; }
#else
int64_t position(FILE * file) { return ftello(file); }
bool seek(FILE * file, int64_t offset, int origin) { return fseeko(file, offset, origin) == 0; }
#endif

}  // namespace

Walk::Walk(FILE * file) : file(file) {
    seek(file, 0, SEEK_END);
    size = position(file);
    seek(file, 0, SEEK_SET);
}

bool Walk::at_end() { return position(file) == size; }

void Walk::expect(bool holds, const char * otherwise) {
    if (ok() && !holds) failure = otherwise;
}

int32_t Walk::number() {
    int32_t value = 0;
    if (ok()) expect(fread(&value, sizeof value, 1, file) == 1, cut_off);
    return ok() ? value : 0;
}

int32_t Walk::number_between(int32_t low, int32_t high, const char * otherwise) {
    const int32_t value = number();
    expect(value >= low && value <= high, otherwise);
    return ok() ? value : low;
}

void Walk::skip(int64_t bytes) {
    if (!ok()) return;
    expect(bytes <= size - position(file), cut_off);
    if (ok()) expect(seek(file, bytes, SEEK_CUR), "it cannot be read");
}

std::string Walk::text(int32_t length) {
    std::string value(ok() ? static_cast<size_t>(length) : 0, '\0');
    if (!value.empty()) expect(fread(&value[0], 1, value.size(), file) == value.size(), cut_off);
    return value;
}

void Walk::expect_magic() { expect(static_cast<uint32_t>(number()) == ggml_file_magic, not_a_model); }

void Walk::tensor(std::string & name) {
    const int32_t dimensions = number_between(0, 4, bad_tensor);
    const int32_t name_length = number_between(1, 128, bad_tensor);
    const int32_t type = number_between(0, GGML_TYPE_COUNT - 1, bad_tensor);
    int64_t elements = 1;
    int64_t row = 1;
    for (int32_t i = 0; i < dimensions; i++) {
        const int32_t length = number_between(1, 1 << 24, bad_tensor);
        if (i == 0) row = length;
        elements *= length;
        expect(elements <= INT32_MAX, bad_tensor);
        if (!ok()) return;
    }
    name = text(name_length);

    const auto kind = static_cast<ggml_type>(type);
    const int64_t block = ggml_blck_size(kind);
    expect(block > 0 && ggml_type_size(kind) > 0 && row % block == 0, bad_tensor);
    if (ok()) skip(elements / block * static_cast<int64_t>(ggml_type_size(kind)));
}

int Walk::tensors() {
    std::set<std::string> seen;
    while (ok() && !at_end()) {
        std::string name;
        tensor(name);
        expect(seen.insert(name).second, bad_tensor);
    }
    expect(!seen.empty(), "it ends before its weights: the file is not complete");
    seek(file, 0, SEEK_SET);
    return static_cast<int>(seen.size());
}

/** Whether weights of this kind exist and fill whole rows: ggml asserts both instead of answering. */
bool weights_fit(int32_t kind, int32_t width) {
    if (kind < 0) return false;
    switch (kind % GGML_QNT_VERSION_FACTOR) {
        case GGML_FTYPE_ALL_F32:
        case GGML_FTYPE_MOSTLY_F16:
            return true;
        case GGML_FTYPE_MOSTLY_Q4_0:
        case GGML_FTYPE_MOSTLY_Q4_1:
        case GGML_FTYPE_MOSTLY_Q5_0:
        case GGML_FTYPE_MOSTLY_Q5_1:
        case GGML_FTYPE_MOSTLY_Q8_0:
            return width % 32 == 0;
        case GGML_FTYPE_MOSTLY_Q2_K:
        case GGML_FTYPE_MOSTLY_Q3_K:
        case GGML_FTYPE_MOSTLY_Q4_K:
        case GGML_FTYPE_MOSTLY_Q5_K:
        case GGML_FTYPE_MOSTLY_Q6_K:
            return width % 256 == 0;
        default:
            return false;
    }
}

}  // namespace speech
