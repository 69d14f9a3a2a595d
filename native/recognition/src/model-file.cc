#include "model-file.h"

#include "model-walk.h"
#ifdef _WIN32
#include <windows.h>
#endif

namespace speech {

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

bool is_parakeet_model(FILE * file) {
    Walk walk(file);
    walk.expect_magic();
    const int32_t vocabulary = walk.number();
    rewind(file);
    return walk.ok() && vocabulary >= 1 && vocabulary <= largest_parakeet_vocabulary;
}

std::string problem_of_whisper_model(FILE * file) {
    Walk walk(file);
    walk.expect_magic();

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
    walk.tensors();
    return walk.problem();
}

std::string problem_of_voice_model(FILE * file) {
    Walk walk(file);
    walk.expect_magic();
    walk.skip(walk.number_between(1, 64, not_a_model));  // name
    for (int i = 0; i < 3; i++) walk.number();  // version
    walk.number_between(512, 512, not_a_model);  // samples per frame
    walk.number_between(0, 512, not_a_model);  // samples of the frame before
    const int32_t layers = walk.number_between(1, 16, not_a_model);
    for (int32_t i = 0; i < 3 * layers; i++) walk.number_between(1, 4096, not_a_model);
    for (int i = 0; i < 4; i++) walk.number_between(1, 4096, not_a_model);
    walk.tensors();
    return walk.problem();
}

}  // namespace speech
