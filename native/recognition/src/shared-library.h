// Shared libraries on Linux and Windows, behind one set of names. Any thread.
#pragma once
#include <filesystem>
#include <string>
#ifdef _WIN32
#include <windows.h>
#else
#include <dlfcn.h>
#endif

namespace speech {

#ifdef _WIN32

using Library = HMODULE;
constexpr const char * library_prefix = "";
constexpr const char * library_suffix = ".dll";

inline Library open_library(const std::filesystem::path & path) {
    // Without this a missing dependency opens a dialog box and waits for a click.
    const UINT before = SetErrorMode(SEM_FAILCRITICALERRORS);
    // The altered search path looks for dependencies beside the library itself.
    Library library = LoadLibraryExW(path.wstring().c_str(), nullptr, LOAD_WITH_ALTERED_SEARCH_PATH);
    const DWORD reason = GetLastError();
    SetErrorMode(before);
    SetLastError(reason);
    return library;
}
inline void * symbol_of(Library library, const char * name) {
    return reinterpret_cast<void *>(GetProcAddress(library, name));
}
inline void close_library(Library library) { FreeLibrary(library); }
inline std::string library_error() {
    const DWORD code = GetLastError();
    if (code == ERROR_MOD_NOT_FOUND) return "a library that it needs is not installed";
    return "Windows cannot load it (error " + std::to_string(code) + ")";
}

#else

using Library = void *;
constexpr const char * library_prefix = "lib";
constexpr const char * library_suffix = ".so";

inline Library open_library(const std::filesystem::path & path) { return dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL); }
inline void * symbol_of(Library library, const char * name) { return dlsym(library, name); }
inline void close_library(Library library) { dlclose(library); }
inline std::string library_error() {
    const char * reason = dlerror();
    return reason ? reason : "the system cannot load it";
}

#endif

}  // namespace speech
