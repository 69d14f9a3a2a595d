// Sound on Windows: WASAPI in shared mode.
#include <windows.h>
#include <mmdeviceapi.h>

#include "backend.h"
#include "wasapi-devices.h"
#include "wasapi-meters.h"
#include "wasapi-stream.h"
#include "wasapi-watch.h"
#include "win-com.h"
#include "win-failure.h"

namespace capture {

namespace {

Com<IMMDeviceEnumerator> make_enumerator() {
  const Apartment apartment;
  Com<IMMDeviceEnumerator> enumerator;
  check("CoCreateInstance(MMDeviceEnumerator)",
        CoCreateInstance(__uuidof(MMDeviceEnumerator), nullptr, CLSCTX_ALL, __uuidof(IMMDeviceEnumerator),
                         enumerator.put_void()));
  return enumerator;
}

/// A stream, and the apartment that its objects live in.
class HeldStream final : public Stream {
 public:
  explicit HeldStream(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {}
  ~HeldStream() override {
    const Apartment apartment;
    stream_.reset();
  }

 private:
  const ApartmentHold hold_;
  std::unique_ptr<Stream> stream_;
};

class WasapiBackend final : public Backend {
 public:
  WasapiBackend(void (*changed)(void*), void* context)
      : enumerator_(make_enumerator()), meters_(enumerator_), watch_(enumerator_, [this, changed, context] {
          meters_.devices_changed();
          changed(context);
        }) {}

  std::vector<Device> devices() override {
    const Apartment apartment;
    watch_.connect();
    return list_devices(*enumerator_.get());
  }

  std::unique_ptr<Stream> open(const StreamConfig& config, Sink& sink, StreamFormat& format) override {
    const Apartment apartment;
    watch_.connect();
    const Endpoint endpoint = find_endpoint(*enumerator_.get(), config.kind, config.device_id);
    format.device = describe(*enumerator_.get(), config.kind, endpoint);
    const bool everything = config.kind == Kind::loopback && config.exclude_own_process && config.device_id.empty();
    if (everything) {
      try {
        return start_as(open_everything(), true, sink, format);
      } catch (const Failure&) {
        // Older systems cannot do that: the default device is heard instead, and `format` says so.
      }
    }
    return start_as(open_endpoint(*endpoint.device.get(), config.kind), false, sink, format);
  }

  std::vector<Peak> peaks(Kind kind) override {
    watch_.connect();
    return meters_.take(kind);
  }

 private:
  static std::unique_ptr<Stream> start_as(Client client, bool everything, Sink& sink, StreamFormat& format) {
    format.everything = everything;
    format.sample_rate = client.format.sample_rate;
    format.channels = client.format.channels;
    return std::make_unique<HeldStream>(start(std::move(client), sink));
  }

  // In this order: the watch tells the meters.
  const ApartmentHold hold_;
  const Com<IMMDeviceEnumerator> enumerator_;
  Meters meters_;
  DeviceWatch watch_;
};

}  // namespace

std::unique_ptr<Backend> open_backend(const std::string&, void (*changed)(void* context), void* context) {
  return std::make_unique<WasapiBackend>(changed, context);
}

}  // namespace capture
