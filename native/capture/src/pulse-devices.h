// The devices of a sound server: every sink, heard by its monitor, and every source that is no monitor.
#pragma once

#include <string>
#include <vector>

#include "backend.h"
#include "pulse-connection.h"

namespace capture::pulse {

struct Endpoint {
  Device device;
  std::string source;  // what is recorded: the source itself, or the sink's monitor
  ChannelMap channel_map;
};

/// Worker thread, as is everything here. Throws Failure.
std::vector<Endpoint> list_endpoints(Connection& connection);

/// The one that was asked for; throws Failure with no_device or unknown_device.
Endpoint find_endpoint(Connection& connection, const StreamConfig& config);

}  // namespace capture::pulse
