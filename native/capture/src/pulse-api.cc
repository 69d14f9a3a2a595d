#include "pulse-api.h"

#include <dlfcn.h>

#include "backend.h"

namespace capture::pulse {
namespace {

class Loader {
 public:
  Loader() : handle_(dlopen("libpulse.so.0", RTLD_NOW | RTLD_LOCAL)) {
    if (!handle_) throw Failure{Reason::server_unreachable, std::string("no PulseAudio library: ") + dlerror()};
  }

  template <class Function>
  void find(const char* name, Function*& function) const {
    function = reinterpret_cast<Function*>(dlsym(handle_, name));
    if (!function) throw Failure{Reason::server_unreachable, std::string("libpulse.so.0 has no ") + name};
  }

 private:
  void* handle_;
};

Library load() {
  const Loader from;
  Library to{};
  from.find("pa_threaded_mainloop_new", to.threaded_mainloop_new);
  from.find("pa_threaded_mainloop_free", to.threaded_mainloop_free);
  from.find("pa_threaded_mainloop_start", to.threaded_mainloop_start);
  from.find("pa_threaded_mainloop_stop", to.threaded_mainloop_stop);
  from.find("pa_threaded_mainloop_lock", to.threaded_mainloop_lock);
  from.find("pa_threaded_mainloop_unlock", to.threaded_mainloop_unlock);
  from.find("pa_threaded_mainloop_get_api", to.threaded_mainloop_get_api);
  from.find("pa_context_new", to.context_new);
  from.find("pa_context_unref", to.context_unref);
  from.find("pa_context_connect", to.context_connect);
  from.find("pa_context_disconnect", to.context_disconnect);
  from.find("pa_context_get_state", to.context_get_state);
  from.find("pa_context_errno", to.context_errno);
  from.find("pa_context_set_state_callback", to.context_set_state_callback);
  from.find("pa_context_set_subscribe_callback", to.context_set_subscribe_callback);
  from.find("pa_context_subscribe", to.context_subscribe);
  from.find("pa_context_get_server_info", to.context_get_server_info);
  from.find("pa_context_get_sink_info_list", to.context_get_sink_info_list);
  from.find("pa_context_get_source_info_list", to.context_get_source_info_list);
  from.find("pa_stream_new", to.stream_new);
  from.find("pa_stream_unref", to.stream_unref);
  from.find("pa_stream_connect_record", to.stream_connect_record);
  from.find("pa_stream_disconnect", to.stream_disconnect);
  from.find("pa_stream_get_state", to.stream_get_state);
  from.find("pa_stream_set_state_callback", to.stream_set_state_callback);
  from.find("pa_stream_set_read_callback", to.stream_set_read_callback);
  from.find("pa_stream_set_overflow_callback", to.stream_set_overflow_callback);
  from.find("pa_stream_set_suspended_callback", to.stream_set_suspended_callback);
  from.find("pa_stream_set_latency_update_callback", to.stream_set_latency_update_callback);
  from.find("pa_stream_readable_size", to.stream_readable_size);
  from.find("pa_stream_peek", to.stream_peek);
  from.find("pa_stream_drop", to.stream_drop);
  from.find("pa_stream_get_latency", to.stream_get_latency);
  from.find("pa_stream_update_timing_info", to.stream_update_timing_info);
  from.find("pa_operation_cancel", to.operation_cancel);
  from.find("pa_operation_unref", to.operation_unref);
  from.find("pa_strerror", to.strerror);
  return to;
}

}  // namespace

const Library& library() {
  static const Library loaded = load();
  return loaded;
}

std::string format_word(int sample_format) {
  switch (sample_format) {
    case 0: return "u8";
    case 1: return "alaw";
    case 2: return "ulaw";
    case 3:
    case 4: return "s16";
    case 5:
    case 6: return "f32";
    case 7:
    case 8: return "s32";
    case 9:
    case 10:
    case 11:
    case 12: return "s24";
    default: return "";
  }
}

}  // namespace capture::pulse
