// COM without a framework: counted pointers, apartments, and objects of ours that COM may call.
#pragma once

#include <windows.h>
#include <objbase.h>
#include <objidl.h>

#include <atomic>
#include <utility>

namespace capture {

/// One counted reference to a COM object.
template <typename T>
class Com {
 public:
  Com() = default;
  /// Takes over a reference that the caller owns.
  explicit Com(T* owned) noexcept : object_(owned) {}
  Com(const Com& other) noexcept : object_(other.object_) {
    if (object_) object_->AddRef();
  }
  Com(Com&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Com& operator=(Com other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Com() {
    if (object_) object_->Release();
  }

  T* get() const noexcept { return object_; }
  T* operator->() const noexcept { return object_; }
  explicit operator bool() const noexcept { return object_ != nullptr; }

  /// Where a COM function writes its result; lets go of what was held.
  T** put() noexcept {
    if (object_) std::exchange(object_, nullptr)->Release();
    return &object_;
  }
  void** put_void() noexcept { return reinterpret_cast<void**>(put()); }

 private:
  T* object_ = nullptr;
};

/// Memory that COM allocated for us.
template <typename T>
class ComMemory {
 public:
  ComMemory() = default;
  ComMemory(const ComMemory&) = delete;
  ComMemory& operator=(const ComMemory&) = delete;
  ~ComMemory() { CoTaskMemFree(memory_); }
  T* get() const noexcept { return memory_; }
  T** put() noexcept { return &memory_; }

 private:
  T* memory_ = nullptr;
};

/// The calling thread in the multithreaded apartment. If somebody has put it into another one it stays there: all
/// objects that are used here can be called from any apartment.
class Apartment {
 public:
  Apartment() noexcept : entered_(CoInitializeEx(nullptr, COINIT_MULTITHREADED)) {}
  Apartment(const Apartment&) = delete;
  Apartment& operator=(const Apartment&) = delete;
  ~Apartment() {
    if (SUCCEEDED(entered_)) CoUninitialize();
  }

 private:
  HRESULT entered_;
};

/// Keeps the multithreaded apartment, and with it COM's libraries, while no thread of ours is in it.
class ApartmentHold {
 public:
  ApartmentHold() noexcept {
    if (FAILED(CoIncrementMTAUsage(&cookie_))) cookie_ = nullptr;
  }
  ApartmentHold(const ApartmentHold&) = delete;
  ApartmentHold& operator=(const ApartmentHold&) = delete;
  ~ApartmentHold() {
    if (cookie_) CoDecrementMTAUsage(cookie_);
  }

 private:
  CO_MTA_USAGE_COOKIE cookie_ = nullptr;
};

/// An object of ours with one COM interface, callable on any thread. Born with one reference, which `Com` takes over.
template <typename Interface>
class ComObject : public Interface, public IAgileObject {
 public:
  ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }
  ULONG STDMETHODCALLTYPE Release() override {
    const ULONG left = --references_;
    if (left == 0) delete this;
    return left;
  }
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID wanted, void** object) override {
    if (!object) return E_POINTER;
    if (wanted == __uuidof(IUnknown) || wanted == __uuidof(Interface)) {
      *object = static_cast<Interface*>(this);
    } else if (wanted == __uuidof(IAgileObject)) {
      *object = static_cast<IAgileObject*>(this);
    } else {
      *object = nullptr;
      return E_NOINTERFACE;
    }
    AddRef();
    return S_OK;
  }

 protected:
  virtual ~ComObject() = default;

 private:
  std::atomic<ULONG> references_{1};
};

/// An event of the system, or any other handle.
class Handle {
 public:
  explicit Handle(HANDLE handle) noexcept : handle_(handle) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (*this) CloseHandle(handle_);
  }
  HANDLE get() const noexcept { return handle_; }
  explicit operator bool() const noexcept { return handle_ && handle_ != INVALID_HANDLE_VALUE; }

 private:
  HANDLE handle_;
};

}  // namespace capture
