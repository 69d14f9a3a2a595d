#include "pulse-devices.h"

namespace capture::pulse {
namespace {

struct Defaults {
  std::string sink;
  std::string source;
};

std::string text_of(const char* text) { return text ? text : ""; }

Defaults ask_defaults(Connection& connection) {
  struct Answer {
    Defaults defaults;
    Waiter* waiter;
  } answer;
  const auto receive = [](Context*, const ServerInfo* server, void* memory) {
    Answer& into = *static_cast<Answer*>(memory);
    if (server) into.defaults = {text_of(server->default_sink_name), text_of(server->default_source_name)};
    into.waiter->finish(server ? 0 : error_bad_state);
  };
  connection.ask("reading the defaults", [&](Context* context, Waiter& waiter) {
    answer.waiter = &waiter;
    return connection.api.context_get_server_info(context, receive, &answer);
  });
  return answer.defaults;
}

Endpoint make_endpoint(Kind kind, const DeviceInfo& found, const std::string& default_name) {
  Endpoint endpoint;
  endpoint.device.id = found.name;
  endpoint.device.kind = kind;
  endpoint.device.name = found.description ? found.description : found.name;
  endpoint.device.is_default = endpoint.device.is_default_for_calls = default_name == found.name;
  endpoint.device.sample_rate = found.sample_spec.rate;
  endpoint.device.channels = found.sample_spec.channels;
  endpoint.device.sample_format = format_word(found.sample_spec.format);
  endpoint.source = kind == Kind::loopback ? text_of(found.monitor_name) : found.name;
  endpoint.channel_map = found.channel_map;
  return endpoint;
}

void ask_endpoints(Connection& connection, Kind kind, const std::string& default_name, std::vector<Endpoint>& into) {
  struct Answer {
    Kind kind;
    const std::string& default_name;
    std::vector<Endpoint>& endpoints;
    Waiter* waiter;
  } answer{kind, default_name, into, nullptr};
  const auto receive = [](Context*, const DeviceInfo* found, int end, void* memory) {
    Answer& answer = *static_cast<Answer*>(memory);
    if (end != 0) return answer.waiter->finish(end > 0 ? 0 : error_bad_state);
    const bool is_monitor = answer.kind == Kind::microphone && found->monitor != invalid_index;
    if (!is_monitor) answer.endpoints.push_back(make_endpoint(answer.kind, *found, answer.default_name));
  };
  connection.ask("listing the devices", [&](Context* context, Waiter& waiter) {
    answer.waiter = &waiter;
    const auto list = kind == Kind::loopback ? connection.api.context_get_sink_info_list
                                             : connection.api.context_get_source_info_list;
    return list(context, receive, &answer);
  });
}

}  // namespace

std::vector<Endpoint> list_endpoints(Connection& connection) {
  connection.require_server();
  const Defaults defaults = ask_defaults(connection);
  std::vector<Endpoint> endpoints;
  ask_endpoints(connection, Kind::microphone, defaults.source, endpoints);
  ask_endpoints(connection, Kind::loopback, defaults.sink, endpoints);
  return endpoints;
}

Endpoint find_endpoint(Connection& connection, const StreamConfig& config) {
  for (Endpoint& endpoint : list_endpoints(connection)) {
    if (endpoint.device.kind != config.kind) continue;
    const bool is_it = config.device_id.empty() ? endpoint.device.is_default : endpoint.device.id == config.device_id;
    if (is_it) return std::move(endpoint);
  }
  if (!config.device_id.empty()) throw Failure{Reason::unknown_device, "no device of this kind has that name"};
  // Where there is no microphone the server names the monitor of a sink as its default source.
  const bool is_loopback = config.kind == Kind::loopback;
  throw Failure{Reason::no_device, is_loopback ? "no default sink" : "no default source but a monitor"};
}

}  // namespace capture::pulse
