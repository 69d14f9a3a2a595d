// Stands between a program and the files below one folder, loaded before the C library: makes writes fail, or last, as a
// broken, full or busy disk does. What it does is read at each call from a file that the test maps and changes.
// Linux only: g++ -shared -fPIC -O2 -o disk-shim.so disk-shim.cc -ldl
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <cstdio>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>
#include <sys/vfs.h>

namespace {

// Four numbers of 32 bits, written by the test.
struct Control {
  int32_t write_error;  // an errno; 0: writes work
  int32_t write_ms;     // how long each write takes
  int32_t sync_ms;      // how long each sync takes
  int32_t which;        // 0: every file, 1: the database only
};

const volatile Control* control() {
  static const volatile Control* mapped = [] {
    const char* path = getenv("DISK_SHIM_CONTROL");
    const int file = path ? open(path, O_RDONLY) : -1;
    void* at = file < 0 ? MAP_FAILED : mmap(nullptr, sizeof(Control), PROT_READ, MAP_SHARED, file, 0);
    return at == MAP_FAILED ? nullptr : static_cast<const volatile Control*>(at);
  }();
  return mapped;
}

bool is_meant(int file) {
  static const char* folder = getenv("DISK_SHIM_FOLDER");
  const volatile Control* now = control();
  if (!folder || !now) return false;
  if (!now->write_error && !now->write_ms && !now->sync_ms) return false;
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return false;
  path[length] = 0;
  if (strncmp(path, folder, strlen(folder)) != 0) return false;
  // A person would look for the log of the program in vain; it is no part of what is kept.
  if (strstr(path, "/logs/")) return false;
  return now->which == 0 || strstr(path, ".sqlite") != nullptr;
}

void pause_ms(int32_t ms) {
  timespec rest{ms / 1000, (ms % 1000) * 1000000L};
  while (ms > 0 && nanosleep(&rest, &rest) != 0 && errno == EINTR) {
  }
}

bool fails(int file) {
  if (!is_meant(file)) return false;
  pause_ms(control()->write_ms);
  if (!control()->write_error) return false;
  errno = control()->write_error;
  return true;
}

bool is_full(const char* path) {
  const volatile Control* now = control();
  const char* folder = getenv("DISK_SHIM_FOLDER");
  if (!now || !folder || now->write_error != ENOSPC || now->which != 0) return false;
  return strncmp(path, folder, strlen(folder)) == 0;
}

template <typename Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t count) {
  static auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
  return fails(file) ? -1 : real(file, bytes, count);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  static auto real = next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
  return fails(file) ? -1 : real(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
  static auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  return fails(file) ? -1 : real(file, bytes, count, at);
}

ssize_t writev(int file, const iovec* parts, int count) {
  static auto real = next<ssize_t (*)(int, const iovec*, int)>("writev");
  return fails(file) ? -1 : real(file, parts, count);
}

ssize_t pwritev(int file, const iovec* parts, int count, off_t at) {
  static auto real = next<ssize_t (*)(int, const iovec*, int, off_t)>("pwritev");
  return fails(file) ? -1 : real(file, parts, count, at);
}

ssize_t pwritev64(int file, const iovec* parts, int count, off64_t at) {
  static auto real = next<ssize_t (*)(int, const iovec*, int, off64_t)>("pwritev64");
  return fails(file) ? -1 : real(file, parts, count, at);
}

int fsync(int file) {
  static auto real = next<int (*)(int)>("fsync");
  if (is_meant(file)) pause_ms(control()->sync_ms);
  return real(file);
}

int fdatasync(int file) {
  static auto real = next<int (*)(int)>("fdatasync");
  if (is_meant(file)) pause_ms(control()->sync_ms);
  return real(file);
}

int statfs(const char* path, struct statfs* told) {
  static auto real = next<int (*)(const char*, struct statfs*)>("statfs");
  const int result = real(path, told);
  if (result == 0 && is_full(path)) told->f_bavail = 0;
  return result;
}

int statfs64(const char* path, struct statfs64* told) {
  static auto real = next<int (*)(const char*, struct statfs64*)>("statfs64");
  const int result = real(path, told);
  if (result == 0 && is_full(path)) told->f_bavail = 0;
  return result;
}
}
