#include "win-failure.h"

#include <audioclient.h>

#include <cstdio>

namespace capture {

namespace {

// RPC_E_DISCONNECTED and friends: the audio service is gone or was started again.
constexpr HRESULT rpc_disconnected = static_cast<HRESULT>(0x80010108L);

Reason reason_of(HRESULT code) {
  switch (code) {
    case AUDCLNT_E_DEVICE_INVALIDATED:
    case AUDCLNT_E_RESOURCES_INVALIDATED:
    case AUDCLNT_E_ENDPOINT_CREATE_FAILED:
      return Reason::device_lost;
    case AUDCLNT_E_DEVICE_IN_USE:
    case AUDCLNT_E_EXCLUSIVE_MODE_ONLY:
    case AUDCLNT_E_EXCLUSIVE_MODE_NOT_ALLOWED:
      return Reason::device_in_use;
    case AUDCLNT_E_UNSUPPORTED_FORMAT:
      return Reason::unsupported_format;
    case E_ACCESSDENIED:
      return Reason::permission_denied;
    case AUDCLNT_E_SERVICE_NOT_RUNNING:
    case rpc_disconnected:
      return Reason::server_unreachable;
    default:
      break;
  }
  if (code == HRESULT_FROM_WIN32(ERROR_NOT_FOUND)) return Reason::no_device;
  if (code == HRESULT_FROM_WIN32(RPC_S_SERVER_UNAVAILABLE) || code == HRESULT_FROM_WIN32(RPC_S_CALL_FAILED))
    return Reason::server_unreachable;
  return Reason::failed;
}

}  // namespace

Failure failure_of(const char* call, HRESULT code) {
  char detail[96];
  std::snprintf(detail, sizeof detail, "%s 0x%08lx", call, static_cast<unsigned long>(code));
  return Failure{reason_of(code), detail};
}

void check(const char* call, HRESULT code) {
  if (FAILED(code)) throw failure_of(call, code);
}

}  // namespace capture
