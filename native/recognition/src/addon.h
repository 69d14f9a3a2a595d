// The native types that JavaScript holds.
#pragma once
#include "handles.h"
#include "model.h"
#include "state.h"
#include "voice-detector.h"

namespace js {

template <>
struct TypeNumber<speech::Model> {
    static constexpr uint64_t value = 1;
};
template <>
struct TypeNumber<speech::StateHold> {
    static constexpr uint64_t value = 2;
};
template <>
struct TypeNumber<speech::VoiceDetector> {
    static constexpr uint64_t value = 3;
};

}  // namespace js
