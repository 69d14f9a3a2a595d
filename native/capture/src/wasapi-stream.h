// One open WASAPI stream and its audio thread.
#pragma once

#include <windows.h>
#include <audioclient.h>
#include <mmdeviceapi.h>

#include <memory>

#include "backend.h"
#include "wasapi-devices.h"
#include "win-com.h"

namespace capture {

/// A client that is ready to be started, and what it will hand out.
struct Client {
  Com<IAudioClient> client;
  MixFormat format;
};

/// Worker thread; throw Failure.
Client open_endpoint(IMMDevice& device, Kind kind);
Client open_everything();

/// Starts it. Nothing is heard before this is called.
std::unique_ptr<Stream> start(Client client, Sink& sink);

}  // namespace capture
