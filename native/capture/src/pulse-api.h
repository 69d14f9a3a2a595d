// The part of libpulse's stable binary interface that is used here, declared by ourselves: the library is found when
// the program runs, so neither building nor installing needs it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace capture::pulse {

// Objects of the library.
struct Context;
struct StreamObject;
struct Operation;
struct ThreadedMainloop;
struct MainloopApi;

constexpr uint32_t invalid_index = UINT32_MAX;
constexpr uint32_t most_channels = 32;

enum ContextState { context_ready = 4, context_failed = 5, context_terminated = 6 };
enum StreamState { stream_ready = 2, stream_failed = 3, stream_terminated = 4 };

enum ErrorCode {
  error_access = 1,
  error_invalid = 3,
  error_no_entity = 5,
  error_auth_key = 9,
  error_killed = 12,
  error_bad_state = 15,
  error_not_supported = 19,
  error_busy = 26,
};

enum ContextFlags { context_no_autospawn = 0x0001 };

enum StreamFlags {
  stream_dont_move = 0x0200,
  stream_peak_detect = 0x0800,
  stream_adjust_latency = 0x2000,
  stream_dont_inhibit_auto_suspend = 0x8000,
};

enum Subscription {
  subscribe_sinks = 0x0001,
  subscribe_sources = 0x0002,
  subscribe_server = 0x0080,
  event_facility_mask = 0x000f,
  event_server = 0x0007,
  event_type_mask = 0x0030,
  event_change = 0x0010,
};

constexpr int sample_float32 = 5;  // little-endian, as is every machine that this is built for

struct SampleSpec {
  int format;
  uint32_t rate;
  uint8_t channels;
};

struct ChannelMap {
  uint8_t channels;
  int map[most_channels];
};

struct Volume {
  uint8_t channels;
  uint32_t values[most_channels];
};

struct BufferAttributes {
  uint32_t max_length;
  uint32_t target_length;
  uint32_t prebuffer;
  uint32_t min_request;
  uint32_t fragment_size;
};

struct ServerInfo {
  const char* user_name;
  const char* host_name;
  const char* server_version;
  const char* server_name;
  SampleSpec sample_spec;
  const char* default_sink_name;
  const char* default_source_name;
  // More follows.
};

/// A sink or a source: the two have the same form. For a sink `monitor` is its monitor source, for a source the sink
/// that it monitors.
struct DeviceInfo {
  const char* name;
  uint32_t index;
  const char* description;
  SampleSpec sample_spec;
  ChannelMap channel_map;
  uint32_t owner_module;
  Volume volume;
  int mute;
  uint32_t monitor;
  const char* monitor_name;
  // More follows.
};

using ContextNotice = void (*)(Context*, void*);
using SubscriptionNotice = void (*)(Context*, int event, uint32_t index, void*);
using ServerInfoNotice = void (*)(Context*, const ServerInfo*, void*);
using DeviceInfoNotice = void (*)(Context*, const DeviceInfo*, int end, void*);
using StreamNotice = void (*)(StreamObject*, void*);
using StreamReadNotice = void (*)(StreamObject*, size_t, void*);

/// The functions, by the library's names without `pa_`.
struct Library {
  ThreadedMainloop* (*threaded_mainloop_new)();
  void (*threaded_mainloop_free)(ThreadedMainloop*);
  int (*threaded_mainloop_start)(ThreadedMainloop*);
  void (*threaded_mainloop_stop)(ThreadedMainloop*);
  void (*threaded_mainloop_lock)(ThreadedMainloop*);
  void (*threaded_mainloop_unlock)(ThreadedMainloop*);
  MainloopApi* (*threaded_mainloop_get_api)(ThreadedMainloop*);

  Context* (*context_new)(MainloopApi*, const char* name);
  void (*context_unref)(Context*);
  int (*context_connect)(Context*, const char* server, int flags, const void* spawn_api);
  void (*context_disconnect)(Context*);
  int (*context_get_state)(const Context*);
  int (*context_errno)(const Context*);
  void (*context_set_state_callback)(Context*, ContextNotice, void*);
  void (*context_set_subscribe_callback)(Context*, SubscriptionNotice, void*);
  Operation* (*context_subscribe)(Context*, int mask, void (*done)(Context*, int, void*), void*);
  Operation* (*context_get_server_info)(Context*, ServerInfoNotice, void*);
  Operation* (*context_get_sink_info_list)(Context*, DeviceInfoNotice, void*);
  Operation* (*context_get_source_info_list)(Context*, DeviceInfoNotice, void*);

  StreamObject* (*stream_new)(Context*, const char* name, const SampleSpec*, const ChannelMap*);
  void (*stream_unref)(StreamObject*);
  int (*stream_connect_record)(StreamObject*, const char* device, const BufferAttributes*, int flags);
  int (*stream_disconnect)(StreamObject*);
  int (*stream_get_state)(const StreamObject*);
  void (*stream_set_state_callback)(StreamObject*, StreamNotice, void*);
  void (*stream_set_read_callback)(StreamObject*, StreamReadNotice, void*);
  void (*stream_set_overflow_callback)(StreamObject*, StreamNotice, void*);
  void (*stream_set_suspended_callback)(StreamObject*, StreamNotice, void*);
  void (*stream_set_latency_update_callback)(StreamObject*, StreamNotice, void*);
  size_t (*stream_readable_size)(const StreamObject*);
  int (*stream_peek)(StreamObject*, const void** bytes, size_t* length);
  int (*stream_drop)(StreamObject*);
  int (*stream_get_latency)(StreamObject*, uint64_t* microseconds, int* negative);
  Operation* (*stream_update_timing_info)(StreamObject*, void (*done)(StreamObject*, int, void*), void*);

  void (*operation_cancel)(Operation*);
  void (*operation_unref)(Operation*);
  const char* (*strerror)(int);
};

/// The library, loaded once for this process and never unloaded. Throws Failure where there is none.
const Library& library();

/// As `s16` or `f32`.
std::string format_word(int sample_format);

}  // namespace capture::pulse
