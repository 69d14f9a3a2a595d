// The native types that JavaScript holds. Their numbers differ from those of every other addon of this program.
#pragma once

#include "../../recognition/src/handles.h"
#include "connection.h"

namespace js {

template <>
struct TypeNumber<capture::Connection> {
  static constexpr uint64_t value = 101;
};
template <>
struct TypeNumber<capture::OpenStream> {
  static constexpr uint64_t value = 102;
};

}  // namespace js
