// Windows tells when devices come and go.
#pragma once

#include <windows.h>
#include <mmdeviceapi.h>

#include <functional>

#include "win-com.h"

namespace capture {

class Notifications;

/// Calls `changed` on threads of Windows, and never again once the destructor has returned. `changed` must neither block
/// nor end the watch.
class DeviceWatch {
 public:
  DeviceWatch(Com<IMMDeviceEnumerator> enumerator, std::function<void()> changed);
  DeviceWatch(const DeviceWatch&) = delete;
  DeviceWatch& operator=(const DeviceWatch&) = delete;
  ~DeviceWatch();

  /// Tries again if Windows refused so far, as it does while its audio service is stopped.
  void connect();

 private:
  Com<IMMDeviceEnumerator> enumerator_;
  Com<Notifications> notifications_;
  bool connected_ = false;
};

}  // namespace capture
