// The server's own meters of devices: streams of peaks, 25 a second, that are opened when asked for and end by
// themselves when nobody has asked for a while.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "backend.h"
#include "pulse-connection.h"
#include "pulse-devices.h"

namespace capture::pulse {

/// Worker thread, except what its streams do on the mainloop's.
class Meters {
 public:
  Meters(Connection& connection, Kind kind) : connection_(connection), kind_(kind) {}

  /// The loudest since the last call. Throws Failure.
  std::vector<Peak> read();

 private:
  /// Guarded by the mainloop's lock.
  struct Meter {
    Meter(Connection& of, StreamObject* opened) : connection(of), stream(opened) {}
    ~Meter();
    Connection& connection;
    StreamObject* const stream;
    std::chrono::steady_clock::time_point asked = std::chrono::steady_clock::now();
    float peak = 0;
    bool has_heard = false;
  };

  void refresh();
  bool any_ended() const;
  std::unique_ptr<Meter> open(const Endpoint& endpoint);
  static void on_peaks(StreamObject* stream, size_t length, void* meter);

  Connection& connection_;
  const Kind kind_;
  uint32_t device_version_ = 0;  // of the connection, when the list was made; 0: there is none
  std::map<std::string, std::unique_ptr<Meter>> meters_;  // by device
};

}  // namespace capture::pulse
