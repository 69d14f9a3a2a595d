#include "wasapi-process-loopback.h"

#include <mmdeviceapi.h>

#include "win-process-tree.h"

namespace capture {

namespace {

// Of audioclientactivationparams.h, which one of the two compilers lacks.
constexpr wchar_t virtual_device[] = L"VAD\\Process_Loopback";
constexpr DWORD activation_process_loopback = 1;
constexpr DWORD mode_exclude_tree = 1;
struct ActivationParameters {
  DWORD activation_type;
  DWORD target_process;
  DWORD mode;
};

constexpr DWORD most_waiting_ms = 3000;

using Activate = HRESULT(WINAPI*)(LPCWSTR, REFIID, PROPVARIANT*, IActivateAudioInterfaceCompletionHandler*,
                                  IActivateAudioInterfaceAsyncOperation**);

/// Called by Windows on a thread of its own, perhaps after we have stopped waiting.
class Completion final : public ComObject<IActivateAudioInterfaceCompletionHandler> {
 public:
  HRESULT STDMETHODCALLTYPE ActivateCompleted(IActivateAudioInterfaceAsyncOperation*) override {
    SetEvent(done_.get());
    return S_OK;
  }
  bool wait() { return done_ && WaitForSingleObject(done_.get(), most_waiting_ms) == WAIT_OBJECT_0; }

 private:
  Handle done_{CreateEventW(nullptr, TRUE, FALSE, nullptr)};
};

/// Older systems have no such function. The library stays loaded: it is the one that all of this rests on.
Activate find_activate() {
  const HMODULE library = LoadLibraryExW(L"mmdevapi.dll", nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32);
  if (!library) return nullptr;
  const FARPROC found = GetProcAddress(library, "ActivateAudioInterfaceAsync");
  return reinterpret_cast<Activate>(reinterpret_cast<void*>(found));
}

}  // namespace

HRESULT activate_without_own_program(Com<IAudioClient>& client) {
  static const Activate activate = find_activate();
  if (!activate) return E_NOTIMPL;

  ActivationParameters parameters{activation_process_loopback, root_of_own_program(), mode_exclude_tree};
  PROPVARIANT blob{};
  blob.vt = VT_BLOB;
  blob.blob.cbSize = sizeof parameters;
  blob.blob.pBlobData = reinterpret_cast<BYTE*>(&parameters);

  const Com<Completion> completion(new Completion);
  Com<IActivateAudioInterfaceAsyncOperation> operation;
  HRESULT code = activate(virtual_device, __uuidof(IAudioClient), &blob, completion.get(), operation.put());
  if (FAILED(code)) return code;
  if (!completion->wait()) return HRESULT_FROM_WIN32(ERROR_TIMEOUT);

  HRESULT activated = E_FAIL;
  Com<IUnknown> result;
  code = operation->GetActivateResult(&activated, result.put());
  if (FAILED(code)) return code;
  if (FAILED(activated)) return activated;
  if (!result) return E_NOINTERFACE;
  return result->QueryInterface(__uuidof(IAudioClient), client.put_void());
}

}  // namespace capture
