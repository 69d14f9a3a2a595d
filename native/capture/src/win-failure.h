// What an error code of Windows means to the caller.
#pragma once

#include <windows.h>

#include "backend.h"

namespace capture {

/// Allocates. `call` names the function that answered `code`.
Failure failure_of(const char* call, HRESULT code);

/// Throws the Failure if `code` is an error.
void check(const char* call, HRESULT code);

}  // namespace capture
