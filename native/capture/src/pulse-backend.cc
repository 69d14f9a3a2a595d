// PulseAudio, and PipeWire where it speaks PulseAudio's language.
#include "backend.h"
#include "pulse-connection.h"
#include "pulse-devices.h"
#include "pulse-meters.h"
#include "pulse-stream.h"

namespace capture {
namespace {

class PulseBackend final : public Backend {
 public:
  PulseBackend(const std::string& server, void (*changed)(void*), void* context)
      : connection_(server, [changed, context] { changed(context); }) {}

  std::vector<Device> devices() override {
    std::vector<Device> devices;
    for (auto& endpoint : pulse::list_endpoints(connection_)) devices.push_back(std::move(endpoint.device));
    return devices;
  }

  // There is no capture of everything but ourselves here: the default device is heard instead.
  std::unique_ptr<Stream> open(const StreamConfig& config, Sink& sink, StreamFormat& format) override {
    const pulse::Endpoint endpoint = pulse::find_endpoint(connection_, config);
    format = {endpoint.device, false, endpoint.device.sample_rate, endpoint.device.channels};
    return std::make_unique<pulse::Recording>(connection_, endpoint, sink);
  }

  std::vector<Peak> peaks(Kind kind) override {
    return (kind == Kind::microphone ? microphone_meters_ : loopback_meters_).read();
  }

 private:
  pulse::Connection connection_;
  pulse::Meters microphone_meters_{connection_, Kind::microphone};
  pulse::Meters loopback_meters_{connection_, Kind::loopback};
};

}  // namespace

std::unique_ptr<Backend> open_backend(const std::string& server, void (*changed)(void* context), void* context) {
  return std::make_unique<PulseBackend>(server, changed, context);
}

}  // namespace capture
