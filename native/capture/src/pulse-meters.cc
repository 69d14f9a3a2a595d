#include "pulse-meters.h"

#include <cmath>

namespace capture::pulse {
namespace {

using Clock = std::chrono::steady_clock;

constexpr uint32_t peaks_per_second = 25;
constexpr std::chrono::seconds unasked_limit{10};

}  // namespace

// Worker thread. The lock may be taken again by the thread that has it.
Meters::Meter::~Meter() {
  Connection::Lock lock(connection);
  connection.api.stream_set_read_callback(stream, nullptr, nullptr);
  connection.api.stream_disconnect(stream);
  connection.api.stream_unref(stream);
}

std::vector<Peak> Meters::read() {
  connection_.require_server();
  if (device_version_ != connection_.device_version() || any_ended()) refresh();

  std::vector<Peak> peaks;
  Connection::Lock lock(connection_);
  for (const auto& [id, meter] : meters_) {
    meter->asked = Clock::now();
    if (meter->has_heard) peaks.push_back({id, meter->peak});
    meter->peak = 0;
  }
  return peaks;
}

bool Meters::any_ended() const {
  Connection::Lock lock(connection_);
  for (const auto& [id, meter] : meters_) {
    if (connection_.api.stream_get_state(meter->stream) >= stream_failed) return true;
  }
  return false;
}

void Meters::refresh() {
  // Read before the list is made: what changes meanwhile is seen the next time.
  const uint32_t version = connection_.device_version();
  std::map<std::string, std::unique_ptr<Meter>> before;
  before.swap(meters_);
  device_version_ = 0;
  for (const Endpoint& endpoint : list_endpoints(connection_)) {
    if (endpoint.device.kind != kind_) continue;
    const auto known = before.find(endpoint.device.id);
    Connection::Lock lock(connection_);
    const bool runs = known != before.end() && connection_.api.stream_get_state(known->second->stream) < stream_failed;
    auto meter = runs ? std::move(known->second) : open(endpoint);
    if (runs) before.erase(known);
    if (meter) meters_.emplace(endpoint.device.id, std::move(meter));
  }
  device_version_ = version;
}

// With the lock. Nothing if this device cannot be metered.
std::unique_ptr<Meters::Meter> Meters::open(const Endpoint& endpoint) {
  const Library& api = connection_.api;
  const SampleSpec spec{sample_float32, peaks_per_second, 1};
  StreamObject* stream = api.stream_new(connection_.ready_context(), "metering", &spec, nullptr);
  if (!stream) return nullptr;
  auto meter = std::make_unique<Meter>(connection_, stream);
  api.stream_set_read_callback(stream, on_peaks, meter.get());
  const BufferAttributes attributes{UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, sizeof(float)};
  // Metering keeps no device awake that could sleep.
  const int flags = stream_peak_detect | stream_adjust_latency | stream_dont_move | stream_dont_inhibit_auto_suspend;
  if (api.stream_connect_record(stream, endpoint.source.c_str(), &attributes, flags) < 0) return nullptr;
  return meter;
}

// Mainloop thread.
void Meters::on_peaks(StreamObject* stream, size_t, void* memory) {
  Meter& meter = *static_cast<Meter*>(memory);
  const Library& api = meter.connection.api;
  const void* bytes = nullptr;
  size_t length = 0;
  while (api.stream_peek(stream, &bytes, &length) == 0 && length > 0) {
    const auto values = static_cast<const float*>(bytes);
    for (size_t i = 0; values && i < length / sizeof(float); i++) {
      meter.peak = std::fmax(meter.peak, std::fmin(1.0f, std::fabs(values[i])));
      meter.has_heard = true;
    }
    api.stream_drop(stream);
  }
  if (Clock::now() - meter.asked > unasked_limit) api.stream_disconnect(stream);
}

}  // namespace capture::pulse
