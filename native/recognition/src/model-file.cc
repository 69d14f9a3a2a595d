#include "model-file.h"

#include <cstdint>
#include <set>

#include "ggml.h"
#ifdef _WIN32
#include <windows.h>
#endif

namespace speech {
namespace {

constexpr uint32_t ggml_file_magic = 0x67676d6c;

#ifdef _WIN32
int64_t position(FILE * file) { return _ftelli64(file); }
bool seek(FILE * file, int64_t offset, int origin) { return _fseeki64(file, offset, origin) == 0; }
#else
int64_t position(FILE * file) { return ftello(file); }
bool seek(FILE * file, int64_t offset, int origin) { return fseeko(file, offset, origin) == 0; }
#endif

/** Reads forward and remembers the first failure, so that a walk reads as a list of what must be there. */
class Walk {
 public:
    explicit Walk(FILE * file) : file(file) {
        seek(file, 0, SEEK_END);
        size = position(file);
        seek(file, 0, SEEK_SET);
    }

    const std::string & problem() const { return failure; }
    bool ok() const { return failure.empty(); }
    bool at_end() { return position(file) == size; }

    /** Notes a problem unless one is known already. */
    void expect(bool holds, const char * otherwise) {
        if (ok() && !holds) failure = otherwise;
    }

    int32_t number() {
        int32_t value = 0;
        if (ok()) expect(fread(&value, sizeof value, 1, file) == 1, cut_off);
        return ok() ? value : 0;
    }

    int32_t number_between(int32_t low, int32_t high, const char * otherwise) {
        const int32_t value = number();
        expect(value >= low && value <= high, otherwise);
        return ok() ? value : low;
    }

    void skip(int64_t bytes) {
        if (!ok()) return;
        expect(bytes <= size - position(file), cut_off);
        if (ok()) expect(seek(file, bytes, SEEK_CUR), "it cannot be read");
    }

    std::string text(int32_t length) {
        std::string value(ok() ? static_cast<size_t>(length) : 0, '\0');
        if (!value.empty()) expect(fread(&value[0], 1, value.size(), file) == value.size(), cut_off);
        return value;
    }

 private:
    static constexpr const char * cut_off = "it ends in the middle: the file is not complete";
    FILE * file;
    int64_t size = 0;
    std::string failure;
};

constexpr const char * not_a_model = "it is not a model in whisper.cpp's ggml format";
constexpr const char * bad_header = "its header names sizes that no speech model has";
constexpr const char * bad_tensor = "its list of weights is damaged";

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

void walk_tensor(Walk & walk, std::set<std::string> & seen) {
    const int32_t dimensions = walk.number_between(0, 4, bad_tensor);
    const int32_t name_length = walk.number_between(1, 128, bad_tensor);
    const int32_t type = walk.number_between(0, GGML_TYPE_COUNT - 1, bad_tensor);
    int64_t elements = 1;
    int64_t row = 1;
    for (int32_t i = 0; i < dimensions; i++) {
        const int32_t length = walk.number_between(1, 1 << 24, bad_tensor);
        if (i == 0) row = length;
        elements *= length;
        walk.expect(elements <= INT32_MAX, bad_tensor);
        if (!walk.ok()) return;
    }
    walk.expect(seen.insert(walk.text(name_length)).second, bad_tensor);

    const auto kind = static_cast<ggml_type>(type);
    const int64_t block = ggml_blck_size(kind);
    walk.expect(block > 0 && ggml_type_size(kind) > 0 && row % block == 0, bad_tensor);
    if (walk.ok()) walk.skip(elements / block * static_cast<int64_t>(ggml_type_size(kind)));
}

std::string walk_tensors(Walk & walk, FILE * file) {
    std::set<std::string> seen;
    while (walk.ok() && !walk.at_end()) walk_tensor(walk, seen);
    walk.expect(!seen.empty(), "it ends before its weights: the file is not complete");
    seek(file, 0, SEEK_SET);
    return walk.problem();
}

}  // namespace

File open_file(const std::string & path) {
#ifdef _WIN32
    const int length = MultiByteToWideChar(CP_UTF8, 0, path.c_str(), -1, nullptr, 0);
    std::wstring wide(static_cast<size_t>(length), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, path.c_str(), -1, &wide[0], length);
    return File(_wfopen(wide.c_str(), L"rb"));
#else
    return File(fopen(path.c_str(), "rb"));
#endif
}

whisper_model_loader loader_for(FILE * file) {
    whisper_model_loader loader;
    loader.context = file;
    loader.read = [](void * context, void * into, size_t bytes) {
        return fread(into, 1, bytes, static_cast<FILE *>(context));
    };
    loader.eof = [](void * context) { return feof(static_cast<FILE *>(context)) != 0; };
    loader.close = [](void *) {};
    return loader;
}

std::string problem_of_speech_model(FILE * file) {
    Walk walk(file);
    walk.expect(static_cast<uint32_t>(walk.number()) == ggml_file_magic, not_a_model);

    const int32_t vocabulary = walk.number_between(51864, 60000, bad_header);
    walk.number_between(1, 1500, bad_header);  // audio context
    const int32_t audio_width = walk.number_between(1, 8192, bad_header);
    const int32_t audio_heads = walk.number_between(1, 256, bad_header);
    walk.number_between(1, 128, bad_header);  // audio layers
    walk.number_between(16, 4096, bad_header);  // text context
    const int32_t text_width = walk.number_between(1, 8192, bad_header);
    const int32_t text_heads = walk.number_between(1, 256, bad_header);
    walk.number_between(1, 128, bad_header);  // text layers
    const int32_t mels = walk.number_between(1, 256, bad_header);
    const int32_t weights = walk.number();
    walk.expect(audio_width > 0 && weights_fit(weights, audio_width), bad_header);
    walk.expect(audio_width == text_width, bad_header);
    walk.expect(audio_width % audio_heads == 0 && text_width % text_heads == 0, bad_header);

    walk.number_between(mels, mels, bad_header);
    const int32_t bins = walk.number_between(201, 201, bad_header);
    walk.skip(static_cast<int64_t>(mels) * bins * static_cast<int64_t>(sizeof(float)));

    const int32_t words = walk.number_between(1, vocabulary, bad_header);
    for (int32_t i = 0; i < words && walk.ok(); i++) walk.skip(walk.number_between(0, 1024, bad_header));
    return walk_tensors(walk, file);
}

std::string problem_of_voice_model(FILE * file) {
    Walk walk(file);
    walk.expect(static_cast<uint32_t>(walk.number()) == ggml_file_magic, not_a_model);
    walk.skip(walk.number_between(1, 64, not_a_model));  // name
    for (int i = 0; i < 3; i++) walk.number();  // version
    walk.number_between(512, 512, not_a_model);  // samples per frame
    walk.number_between(0, 512, not_a_model);  // samples of the frame before
    const int32_t layers = walk.number_between(1, 16, not_a_model);
    for (int32_t i = 0; i < 3 * layers; i++) walk.number_between(1, 4096, not_a_model);
    for (int i = 0; i < 4; i++) walk.number_between(1, 4096, not_a_model);
    return walk_tensors(walk, file);
}

}  // namespace speech
