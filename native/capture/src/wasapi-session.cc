#include "wasapi-session.h"

#include <string>

namespace capture {

namespace {

Reason reason_of(int disconnect) {
  switch (disconnect) {
    case DisconnectReasonFormatChanged: return Reason::format_changed;
    case DisconnectReasonExclusiveModeOverride: return Reason::device_in_use;
    case DisconnectReasonServerShutdown: return Reason::server_unreachable;
    default: return Reason::device_lost;
  }
}

}  // namespace

HRESULT STDMETHODCALLTYPE SessionEvents::OnSessionDisconnected(AudioSessionDisconnectReason reason) {
  reason_ = static_cast<int>(reason);
  SetEvent(disconnected_.get());
  return S_OK;
}

Failure SessionEvents::failure() const {
  return {reason_of(reason_), "OnSessionDisconnected " + std::to_string(reason_)};
}

SessionWatch::SessionWatch(IAudioClient& initialised) noexcept {
  if (FAILED(initialised.GetService(__uuidof(IAudioSessionControl), control_.put_void()))) return;
  if (FAILED(control_->RegisterAudioSessionNotification(events_.get()))) control_ = {};
}

SessionWatch::~SessionWatch() {
  if (control_) control_->UnregisterAudioSessionNotification(events_.get());
}

}  // namespace capture
