#include "win-process-tree.h"

#include <tlhelp32.h>

#include <string>

#include "win-com.h"

namespace capture {

namespace {

struct Process {
  std::wstring file;
  ULONGLONG started = 0;
};

/// Without a file if it is gone or we may not look at it.
Process look_at(DWORD id) {
  Process process;
  const Handle handle(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, id));
  if (!handle) return process;
  FILETIME started, ended, kernel, user;
  if (!GetProcessTimes(handle.get(), &started, &ended, &kernel, &user)) return process;
  process.started = ULARGE_INTEGER{{started.dwLowDateTime, started.dwHighDateTime}}.QuadPart;
  wchar_t file[1024];
  DWORD length = sizeof file / sizeof *file;
  if (QueryFullProcessImageNameW(handle.get(), 0, file, &length)) process.file.assign(file, length);
  return process;
}

/// 0 if it is not known.
DWORD parent_of(DWORD id, HANDLE snapshot) {
  PROCESSENTRY32W entry;
  entry.dwSize = sizeof entry;
  for (BOOL more = Process32FirstW(snapshot, &entry); more; more = Process32NextW(snapshot, &entry))
    if (entry.th32ProcessID == id) return entry.th32ParentProcessID;
  return 0;
}

}  // namespace

DWORD root_of_own_program() {
  DWORD root = GetCurrentProcessId();
  const Handle snapshot(CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0));
  if (!snapshot) return root;
  Process child = look_at(root);
  for (;;) {
    const DWORD id = parent_of(root, snapshot.get());
    if (id == 0) return root;
    Process parent = look_at(id);
    // Ids are used again: who started later than the child is not its parent.
    if (parent.file.empty() || parent.file != child.file || parent.started > child.started || id == root) return root;
    root = id;
    child = std::move(parent);
  }
}

}  // namespace capture
