// Sample formats that the audio engine hands out, as floats. Knows no Windows header, so it can be tried anywhere.
#pragma once

#include <cstddef>
#include <cstdint>

namespace capture {

/// Little endian; `s24` is packed into three bytes.
enum class SampleType { none, f32, s16, s24, s32 };

/// `bits` is the size of one sample in memory. `none` if we cannot read it.
SampleType sample_type(bool is_float, uint32_t bits);

const char* name_of(SampleType type);
size_t bytes_of(SampleType type);

/// Audio thread: allocates nothing. Full scale becomes ±1.
void to_floats(SampleType type, const void* from, float* to, size_t count);

}  // namespace capture
