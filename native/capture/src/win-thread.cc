#include "win-thread.h"

namespace capture {

namespace {

using Set = HANDLE(WINAPI*)(LPCWSTR, LPDWORD);
using Revert = BOOL(WINAPI*)(HANDLE);

template <typename Function>
Function find(HMODULE library, const char* name) {
  return reinterpret_cast<Function>(reinterpret_cast<void*>(GetProcAddress(library, name)));
}

}  // namespace

uint64_t steady_ns() noexcept {
  static const uint64_t per_second = [] {
    LARGE_INTEGER frequency;
    QueryPerformanceFrequency(&frequency);
    return static_cast<uint64_t>(frequency.QuadPart);
  }();
  LARGE_INTEGER counter;
  QueryPerformanceCounter(&counter);
  const auto ticks = static_cast<uint64_t>(counter.QuadPart);
  // In two parts: the product of the whole would overflow within hours.
  return ticks / per_second * 1'000'000'000u + ticks % per_second * 1'000'000'000u / per_second;
}

ProAudioThread::ProAudioThread() noexcept
    : library_(LoadLibraryExW(L"avrt.dll", nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32)) {
  const Set set = library_ ? find<Set>(library_, "AvSetMmThreadCharacteristicsW") : nullptr;
  DWORD index = 0;
  if (set) task_ = set(L"Pro Audio", &index);
}

ProAudioThread::~ProAudioThread() {
  const Revert revert = task_ ? find<Revert>(library_, "AvRevertMmThreadCharacteristics") : nullptr;
  if (revert) revert(task_);
  if (library_) FreeLibrary(library_);
}

}  // namespace capture
