// What all programs play but this one, on whatever device: Windows 10 of 2020 (version 2004) and later.
#pragma once

#include <windows.h>
#include <audioclient.h>

#include "win-com.h"

namespace capture {

/// A client that is not initialised yet and tells no mix format. Worker thread; waits for Windows, but not for long.
HRESULT activate_without_own_program(Com<IAudioClient>& client);

}  // namespace capture
