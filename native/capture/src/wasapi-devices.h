// The endpoints of this computer, as Windows lists them. All functions are for worker threads; they throw Failure.
#pragma once

#include <windows.h>
#include <audioclient.h>
#include <mmdeviceapi.h>

#include <string>
#include <vector>

#include "backend.h"
#include "wasapi-samples.h"
#include "win-com.h"

namespace capture {

/// Where a kind of sound is found: what an output device plays is heard on its render endpoint.
EDataFlow flow_of(Kind kind);

struct MixFormat {
  uint32_t sample_rate;
  uint32_t channels;
  SampleType type;  // none: we cannot read it
};

MixFormat mix_format(const WAVEFORMATEX& format);

/// An active endpoint and its id.
struct Endpoint {
  Com<IMMDevice> device;
  std::string id;
};

std::vector<Endpoint> active_endpoints(IMMDeviceEnumerator& enumerator, Kind kind);

/// The endpoint with this id; the default one if it is empty.
Endpoint find_endpoint(IMMDeviceEnumerator& enumerator, Kind kind, const std::string& id);

Device describe(IMMDeviceEnumerator& enumerator, Kind kind, const Endpoint& endpoint);

std::vector<Device> list_devices(IMMDeviceEnumerator& enumerator);

}  // namespace capture
