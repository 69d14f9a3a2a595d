// Why Windows took a stream away: the error codes do not tell a pulled plug from a changed format.
#pragma once

#include <windows.h>
#include <audioclient.h>
#include <audiopolicy.h>

#include <atomic>

#include "backend.h"
#include "win-com.h"

namespace capture {

/// Called by Windows on threads of its own, at worst after the stream is gone.
class SessionEvents final : public ComObject<IAudioSessionEvents> {
 public:
  /// Signalled, and stays so, once the session is disconnected. Null if the system had none left.
  HANDLE disconnected() const noexcept { return disconnected_.get(); }
  /// After `disconnected`.
  Failure failure() const;

  HRESULT STDMETHODCALLTYPE OnSessionDisconnected(AudioSessionDisconnectReason reason) override;
  HRESULT STDMETHODCALLTYPE OnDisplayNameChanged(LPCWSTR, LPCGUID) override { return S_OK; }
  HRESULT STDMETHODCALLTYPE OnIconPathChanged(LPCWSTR, LPCGUID) override { return S_OK; }
  HRESULT STDMETHODCALLTYPE OnSimpleVolumeChanged(float, BOOL, LPCGUID) override { return S_OK; }
  HRESULT STDMETHODCALLTYPE OnChannelVolumeChanged(DWORD, float*, DWORD, LPCGUID) override { return S_OK; }
  HRESULT STDMETHODCALLTYPE OnGroupingParamChanged(LPCGUID, LPCGUID) override { return S_OK; }
  HRESULT STDMETHODCALLTYPE OnStateChanged(AudioSessionState) override { return S_OK; }

 private:
  Handle disconnected_{CreateEventW(nullptr, TRUE, FALSE, nullptr)};
  std::atomic<int> reason_{-1};
};

/// The events of a client's session, for as long as this lives. A process loopback has none; that is no error.
class SessionWatch {
 public:
  explicit SessionWatch(IAudioClient& initialised) noexcept;
  SessionWatch(const SessionWatch&) = delete;
  SessionWatch& operator=(const SessionWatch&) = delete;
  ~SessionWatch();

  const SessionEvents& events() const noexcept { return *events_.get(); }

 private:
  Com<SessionEvents> events_{new SessionEvents};
  Com<IAudioSessionControl> control_;
};

}  // namespace capture
