#include "wasapi-samples.h"

#include <cstring>

namespace capture {

SampleType sample_type(bool is_float, uint32_t bits) {
  if (is_float) return bits == 32 ? SampleType::f32 : SampleType::none;
  switch (bits) {
    case 16: return SampleType::s16;
    case 24: return SampleType::s24;
    case 32: return SampleType::s32;
    default: return SampleType::none;
  }
}

const char* name_of(SampleType type) {
  switch (type) {
    case SampleType::f32: return "f32";
    case SampleType::s16: return "s16";
    case SampleType::s24: return "s24";
    case SampleType::s32: return "s32";
    case SampleType::none: break;
  }
  return "";
}

size_t bytes_of(SampleType type) {
  switch (type) {
    case SampleType::s16: return 2;
    case SampleType::s24: return 3;
    case SampleType::f32:
    case SampleType::s32: return 4;
    case SampleType::none: break;
  }
  return 0;
}

void to_floats(SampleType type, const void* from, float* to, size_t count) {
  const auto* bytes = static_cast<const uint8_t*>(from);
  switch (type) {
    case SampleType::f32:
      std::memcpy(to, bytes, count * sizeof(float));
      return;
    case SampleType::s16:
      for (size_t i = 0; i < count; i++) {
        int16_t sample;
        std::memcpy(&sample, bytes + 2 * i, sizeof sample);
        to[i] = static_cast<float>(sample) / 32768.0f;
      }
      return;
    case SampleType::s24:
      for (size_t i = 0; i < count; i++) {
        const uint8_t* at = bytes + 3 * i;
        // In the upper three bytes, so that the sign is where it belongs.
        const uint32_t raw = static_cast<uint32_t>(at[0]) << 8 | static_cast<uint32_t>(at[1]) << 16 |
                             static_cast<uint32_t>(at[2]) << 24;
        to[i] = static_cast<float>(static_cast<int32_t>(raw)) / 2147483648.0f;
      }
      return;
    case SampleType::s32:
      for (size_t i = 0; i < count; i++) {
        int32_t sample;
        std::memcpy(&sample, bytes + 4 * i, sizeof sample);
        to[i] = static_cast<float>(sample) / 2147483648.0f;
      }
      return;
    case SampleType::none:
      return;
  }
}

}  // namespace capture
