// The border between what every system shares (ring, delivery thread, JavaScript) and one system's sound
// (WASAPI, PulseAudio). A backend knows no JavaScript; the core knows no sound system.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace capture {

enum class Kind { microphone, loopback };

enum class Reason {
  no_device,
  unknown_device,
  device_lost,
  format_changed,
  device_in_use,
  permission_denied,
  server_unreachable,
  unsupported_format,
  failed,
};

struct Failure {
  Reason reason;
  std::string detail;  // for the log: a call and its code, never a person's words
};

struct Device {
  std::string id;
  Kind kind;
  std::string name;  // UTF-8
  bool is_default = false;
  bool is_default_for_calls = false;
  uint32_t sample_rate = 0;  // 0: unknown
  uint32_t channels = 0;     // 0: unknown
  std::string sample_format; // empty: unknown
};

struct Peak {
  std::string device_id;
  float peak;  // 0 to 1, the loudest since the last look
};

struct StreamConfig {
  Kind kind;
  std::string device_id;  // empty: the default at this moment
  bool exclude_own_process;
};

/// Where a backend puts what it hears. Implemented by the core.
class Sink {
 public:
  virtual ~Sink() = default;

  /// Audio thread. Allocates nothing, locks nothing, never blocks. `frames` frames of `channels` interleaved
  /// floats, or silence where `interleaved` is null. `steady_ns` is when the device heard the first frame, on the
  /// clock of uv_hrtime (CLOCK_MONOTONIC; on Windows the performance counter in nanoseconds).
  virtual void on_frames(const float* interleaved, uint32_t frames, uint32_t channels, uint64_t steady_ns,
                         bool discontinuity) noexcept = 0;

  /// Any thread of the backend, once, after the last on_frames: the stream ended by itself.
  virtual void on_end(Failure failure) noexcept = 0;
};

struct StreamFormat {
  Device device;        // what is really heard
  bool everything;      // all output devices but our own sound, not `device` alone
  uint32_t sample_rate; // of the frames handed to the sink
  uint32_t channels;
};

/// One open stream. Destroying it stops it: after the destructor the sink is never called again. The destructor may
/// block for a few periods; it is called on a worker thread, never on the audio or the JavaScript thread.
class Stream {
 public:
  virtual ~Stream() = default;
};

/// A connection to the sound system. Its functions may block and allocate, are called on worker threads, one at a time
/// for each backend object, and throw Failure. None is called on an audio thread.
class Backend {
 public:
  virtual ~Backend() = default;
  virtual std::vector<Device> devices() = 0;
  /// Fills `format` before the first on_frames.
  virtual std::unique_ptr<Stream> open(const StreamConfig& config, Sink& sink, StreamFormat& format) = 0;
  /// The devices' own meters; the first call may start them.
  virtual std::vector<Peak> peaks(Kind kind) = 0;
};

/// `changed(context)` is called from any thread of the backend when devices, defaults or the sound server changed; it
/// must not block and may be called often. `server`: PulseAudio's server address, empty for the default one; ignored
/// on Windows. Throws Failure only when nothing can ever work (no PulseAudio library); a server that is not there yet
/// is told by `devices` and `open`.
std::unique_ptr<Backend> open_backend(const std::string& server, void (*changed)(void* context), void* context);

}  // namespace capture
