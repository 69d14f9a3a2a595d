#include "wasapi-watch.h"

#include <mutex>
#include <shared_mutex>

namespace capture {

namespace {

bool same(const PROPERTYKEY& one, const PROPERTYKEY& other) {
  return IsEqualGUID(one.fmtid, other.fmtid) && one.pid == other.pid;
}

// PKEY_Device_FriendlyName and PKEY_AudioEngine_DeviceFormat. All others change often and change nothing that is listed.
constexpr PROPERTYKEY listed_keys[] = {
    {{0xa45c254e, 0xdf1c, 0x4efd, {0x80, 0x20, 0x67, 0xd1, 0x46, 0xa8, 0x50, 0xe0}}, 14},
    {{0xf19f064d, 0x082c, 0x4e27, {0xbc, 0x73, 0x68, 0x82, 0xa1, 0xbb, 0x8e, 0x4c}}, 0},
};

}  // namespace

/// Windows may still hold it, and be inside it, when the watch has ended.
class Notifications final : public ComObject<IMMNotificationClient> {
 public:
  explicit Notifications(std::function<void()> changed) : changed_(std::move(changed)) {}

  /// Waits for a call under way; calls after it do nothing.
  void silence() {
    const std::unique_lock lock(calling_);
    changed_ = nullptr;
  }

  HRESULT STDMETHODCALLTYPE OnDeviceStateChanged(LPCWSTR, DWORD) override { return tell(); }
  HRESULT STDMETHODCALLTYPE OnDeviceAdded(LPCWSTR) override { return tell(); }
  HRESULT STDMETHODCALLTYPE OnDeviceRemoved(LPCWSTR) override { return tell(); }
  HRESULT STDMETHODCALLTYPE OnDefaultDeviceChanged(EDataFlow, ERole role, LPCWSTR) override {
    return role == eConsole || role == eCommunications ? tell() : S_OK;
  }
  HRESULT STDMETHODCALLTYPE OnPropertyValueChanged(LPCWSTR, const PROPERTYKEY key) override {
    for (const PROPERTYKEY& listed : listed_keys)
      if (same(key, listed)) return tell();
    return S_OK;
  }

 private:
  HRESULT tell() {
    const std::shared_lock lock(calling_);
    if (changed_) changed_();
    return S_OK;
  }

  std::shared_mutex calling_;
  std::function<void()> changed_;
};

DeviceWatch::DeviceWatch(Com<IMMDeviceEnumerator> enumerator, std::function<void()> changed)
    : enumerator_(std::move(enumerator)), notifications_(new Notifications(std::move(changed))) {
  connect();
}

DeviceWatch::~DeviceWatch() {
  notifications_->silence();
  // Windows waits here for a call under way, so no lock may be held.
  if (connected_) enumerator_->UnregisterEndpointNotificationCallback(notifications_.get());
}

void DeviceWatch::connect() {
  if (!connected_) connected_ = SUCCEEDED(enumerator_->RegisterEndpointNotificationCallback(notifications_.get()));
}

}  // namespace capture
