#include "values.h"

#include <cstring>

#include "../../recognition/src/js-values.h"

namespace capture {
namespace {

const char* word_of(Kind kind) { return kind == Kind::microphone ? "microphone" : "loopback"; }

const char* word_of(Reason reason) {
  switch (reason) {
    case Reason::no_device: return "no_device";
    case Reason::unknown_device: return "unknown_device";
    case Reason::device_lost: return "device_lost";
    case Reason::format_changed: return "format_changed";
    case Reason::device_in_use: return "device_in_use";
    case Reason::permission_denied: return "permission_denied";
    case Reason::server_unreachable: return "server_unreachable";
    case Reason::unsupported_format: return "unsupported_format";
    case Reason::failed: return "failed";
  }
  return "failed";
}

napi_value make_null(napi_env env) {
  napi_value value = nullptr;
  napi_get_null(env, &value);
  return value;
}

napi_value number_or_null(napi_env env, uint32_t number) {
  return number == 0 ? make_null(env) : js::make_number(env, number);
}

napi_value make_device(napi_env env, const Device& device) {
  napi_value value = js::make_object(env);
  js::set(env, value, "id", js::make_text(env, device.id));
  js::set(env, value, "kind", js::make_text(env, word_of(device.kind)));
  js::set(env, value, "name", js::make_text(env, device.name));
  js::set(env, value, "isDefault", js::make_flag(env, device.is_default));
  js::set(env, value, "isDefaultForCalls", js::make_flag(env, device.is_default_for_calls));
  js::set(env, value, "sampleRate", number_or_null(env, device.sample_rate));
  js::set(env, value, "channels", number_or_null(env, device.channels));
  js::set(env, value, "sampleFormat",
          device.sample_format.empty() ? make_null(env) : js::make_text(env, device.sample_format));
  return value;
}

napi_value make_peak(napi_env env, const Peak& peak) {
  napi_value value = js::make_object(env);
  js::set(env, value, "deviceId", js::make_text(env, peak.device_id));
  js::set(env, value, "peak", js::make_number(env, peak.peak));
  return value;
}

template <class Item>
napi_value make_list(napi_env env, const std::vector<Item>& items, napi_value (*make)(napi_env, const Item&)) {
  napi_value list = js::make_array(env, items.size());
  for (size_t i = 0; i < items.size(); i++) napi_set_element(env, list, static_cast<uint32_t>(i), make(env, items[i]));
  return list;
}

napi_value make_delivery(napi_env env, const char* type) {
  napi_value delivery = js::make_object(env);
  js::set(env, delivery, "type", js::make_text(env, type));
  return delivery;
}

}  // namespace

napi_value make_devices(napi_env env, const std::vector<Device>& devices) {
  return make_list(env, devices, make_device);
}

napi_value make_peaks(napi_env env, const std::vector<Peak>& peaks) { return make_list(env, peaks, make_peak); }

napi_value make_format(napi_env env, const StreamFormat& format) {
  napi_value value = js::make_object(env);
  js::set(env, value, "device", make_device(env, format.device));
  js::set(env, value, "scope", js::make_text(env, format.everything ? "everything" : "device"));
  js::set(env, value, "sampleRate", js::make_number(env, format.sample_rate));
  js::set(env, value, "channels", js::make_number(env, format.channels));
  return value;
}

napi_value make_failure(napi_env env, const Failure& failure) {
  return js::make_error(env, word_of(failure.reason), failure.detail);
}

// Copied into memory of JavaScript's own: Electron allows no memory shared with JavaScript.
napi_value make_samples(napi_env env, const Chunk& chunk) {
  void* memory = nullptr;
  napi_value buffer = nullptr;
  napi_value samples = nullptr;
  const size_t bytes = chunk.length * sizeof(float);
  if (napi_create_arraybuffer(env, bytes, &memory, &buffer) != napi_ok) return nullptr;
  std::memcpy(memory, chunk.samples, bytes);
  if (napi_create_typedarray(env, napi_float32_array, chunk.length, buffer, 0, &samples) != napi_ok) return nullptr;
  napi_value delivery = make_delivery(env, "samples");
  js::set(env, delivery, "samples", samples);
  js::set(env, delivery, "deviceMs", js::make_number(env, static_cast<double>(chunk.steady_ns) / 1e6));
  js::set(env, delivery, "discontinuity", js::make_flag(env, chunk.discontinuity));
  return delivery;
}

napi_value make_overrun(napi_env env, uint64_t length) {
  napi_value delivery = make_delivery(env, "overrun");
  js::set(env, delivery, "length", js::make_number(env, static_cast<double>(length)));
  return delivery;
}

napi_value make_ended(napi_env env, const Failure& failure) {
  napi_value delivery = make_delivery(env, "ended");
  js::set(env, delivery, "reason", js::make_text(env, word_of(failure.reason)));
  js::set(env, delivery, "detail", js::make_text(env, failure.detail));
  return delivery;
}

Kind read_kind(napi_env env, napi_value value) {
  return js::read_text(env, value) == "loopback" ? Kind::loopback : Kind::microphone;
}

}  // namespace capture
