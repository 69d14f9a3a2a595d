#include "wasapi-devices.h"

#include "win-failure.h"

namespace capture {

namespace {

// PKEY_Device_FriendlyName; the header of that name only declares it in one of the two compilers.
constexpr PROPERTYKEY friendly_name_key = {
    {0xa45c254e, 0xdf1c, 0x4efd, {0x80, 0x20, 0x67, 0xd1, 0x46, 0xa8, 0x50, 0xe0}}, 14};

std::string utf8(const wchar_t* text) {
  const int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
  if (size <= 1) return {};
  std::string result(static_cast<size_t>(size), '\0');
  WideCharToMultiByte(CP_UTF8, 0, text, -1, result.data(), size, nullptr, nullptr);
  result.resize(static_cast<size_t>(size) - 1);
  return result;
}

std::wstring wide(const std::string& text) {
  const int size = MultiByteToWideChar(CP_UTF8, 0, text.c_str(), -1, nullptr, 0);
  if (size <= 1) return {};
  std::wstring result(static_cast<size_t>(size), L'\0');
  MultiByteToWideChar(CP_UTF8, 0, text.c_str(), -1, result.data(), size);
  result.resize(static_cast<size_t>(size) - 1);
  return result;
}

std::string id_of(IMMDevice& device) {
  ComMemory<wchar_t> id;
  check("IMMDevice::GetId", device.GetId(id.put()));
  return utf8(id.get());
}

std::string name_of(IMMDevice& device) {
  Com<IPropertyStore> properties;
  if (FAILED(device.OpenPropertyStore(STGM_READ, properties.put()))) return {};
  PROPVARIANT value;
  PropVariantInit(&value);
  std::string name;
  if (SUCCEEDED(properties->GetValue(friendly_name_key, &value)) && value.vt == VT_LPWSTR && value.pwszVal)
    name = utf8(value.pwszVal);
  PropVariantClear(&value);
  return name;
}

/// Empty if there is none, or none can be told at this moment.
std::string default_id(IMMDeviceEnumerator& enumerator, EDataFlow flow, ERole role) {
  Com<IMMDevice> device;
  if (FAILED(enumerator.GetDefaultAudioEndpoint(flow, role, device.put()))) return {};
  ComMemory<wchar_t> id;
  return SUCCEEDED(device->GetId(id.put())) ? utf8(id.get()) : std::string{};
}

struct Defaults {
  std::string usual;
  std::string calls;
};

Defaults defaults_of(IMMDeviceEnumerator& enumerator, Kind kind) {
  const EDataFlow flow = flow_of(kind);
  return {default_id(enumerator, flow, eConsole), default_id(enumerator, flow, eCommunications)};
}

Device describe_with(const Defaults& defaults, Kind kind, const Endpoint& endpoint) {
  Device device;
  device.id = endpoint.id;
  device.kind = kind;
  device.name = name_of(*endpoint.device.get());
  device.is_default = endpoint.id == defaults.usual;
  device.is_default_for_calls = endpoint.id == defaults.calls;

  Com<IAudioClient> client;
  ComMemory<WAVEFORMATEX> format;
  if (SUCCEEDED(endpoint.device->Activate(__uuidof(IAudioClient), CLSCTX_ALL, nullptr, client.put_void())) &&
      SUCCEEDED(client->GetMixFormat(format.put())) && format.get()) {
    const MixFormat mix = mix_format(*format.get());
    device.sample_rate = mix.sample_rate;
    device.channels = mix.channels;
    device.sample_format = capture::name_of(mix.type);
  }
  return device;
}

Endpoint default_endpoint(IMMDeviceEnumerator& enumerator, EDataFlow flow) {
  Endpoint endpoint;
  const HRESULT found = enumerator.GetDefaultAudioEndpoint(flow, eConsole, endpoint.device.put());
  check("GetDefaultAudioEndpoint", found);
  endpoint.id = id_of(*endpoint.device.get());
  return endpoint;
}

bool flows(IMMDevice& device, EDataFlow flow) {
  Com<IMMEndpoint> endpoint;
  EDataFlow actual;
  return SUCCEEDED(device.QueryInterface(__uuidof(IMMEndpoint), endpoint.put_void())) &&
         SUCCEEDED(endpoint->GetDataFlow(&actual)) && actual == flow;
}

}  // namespace

EDataFlow flow_of(Kind kind) { return kind == Kind::microphone ? eCapture : eRender; }

MixFormat mix_format(const WAVEFORMATEX& format) {
  uint32_t tag = format.wFormatTag;
  if (tag == WAVE_FORMAT_EXTENSIBLE) {
    // The sub-format of a plain tag is that tag in a fixed frame.
    constexpr GUID frame = {0, 0, 0x10, {0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71}};
    tag = 0;
    if (format.cbSize >= sizeof(WAVEFORMATEXTENSIBLE) - sizeof(WAVEFORMATEX)) {
      GUID sub = reinterpret_cast<const WAVEFORMATEXTENSIBLE&>(format).SubFormat;
      tag = sub.Data1;
      sub.Data1 = 0;
      if (sub != frame) tag = 0;
    }
  }
  const bool known = tag == WAVE_FORMAT_PCM || tag == WAVE_FORMAT_IEEE_FLOAT;
  SampleType type = known ? sample_type(tag == WAVE_FORMAT_IEEE_FLOAT, format.wBitsPerSample) : SampleType::none;
  if (bytes_of(type) * format.nChannels != format.nBlockAlign) type = SampleType::none;
  return {format.nSamplesPerSec, format.nChannels, type};
}

std::vector<Endpoint> active_endpoints(IMMDeviceEnumerator& enumerator, Kind kind) {
  Com<IMMDeviceCollection> collection;
  UINT count = 0;
  check("EnumAudioEndpoints",
        enumerator.EnumAudioEndpoints(flow_of(kind), DEVICE_STATE_ACTIVE, collection.put()));
  check("IMMDeviceCollection::GetCount", collection->GetCount(&count));
  std::vector<Endpoint> endpoints;
  for (UINT i = 0; i < count; i++) {
    Endpoint endpoint;
    ComMemory<wchar_t> id;
    // One that left since it was counted is none any more.
    if (FAILED(collection->Item(i, endpoint.device.put())) || FAILED(endpoint.device->GetId(id.put()))) continue;
    endpoint.id = utf8(id.get());
    endpoints.push_back(std::move(endpoint));
  }
  return endpoints;
}

Endpoint find_endpoint(IMMDeviceEnumerator& enumerator, Kind kind, const std::string& id) {
  if (id.empty()) return default_endpoint(enumerator, flow_of(kind));
  Endpoint endpoint;
  const HRESULT found = enumerator.GetDevice(wide(id).c_str(), endpoint.device.put());
  if (FAILED(found)) {
    Failure failure = failure_of("IMMDeviceEnumerator::GetDevice", found);
    // Windows has several words for an id that it never heard of, or that is no id at all.
    const bool unknown = failure.reason == Reason::no_device || failure.reason == Reason::failed;
    if (unknown) failure.reason = Reason::unknown_device;
    throw failure;
  }

  DWORD state = 0;
  check("IMMDevice::GetState", endpoint.device->GetState(&state));
  if (state != DEVICE_STATE_ACTIVE) throw Failure{Reason::unknown_device, "the endpoint is not active"};
  if (!flows(*endpoint.device.get(), flow_of(kind)))
    throw Failure{Reason::unknown_device, "the endpoint is of the other kind"};
  endpoint.id = id_of(*endpoint.device.get());
  return endpoint;
}

Device describe(IMMDeviceEnumerator& enumerator, Kind kind, const Endpoint& endpoint) {
  return describe_with(defaults_of(enumerator, kind), kind, endpoint);
}

std::vector<Device> list_devices(IMMDeviceEnumerator& enumerator) {
  std::vector<Device> devices;
  for (const Kind kind : {Kind::microphone, Kind::loopback}) {
    const Defaults defaults = defaults_of(enumerator, kind);
    for (const Endpoint& endpoint : active_endpoints(enumerator, kind))
      devices.push_back(describe_with(defaults, kind, endpoint));
  }
  return devices;
}

}  // namespace capture
