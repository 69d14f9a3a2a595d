// Windows only. The addon's Node-API functions are delay-loaded from "node.exe", but the program that loads the
// addon may be called electron.exe or anything else. This hook binds them to the running program, whatever its name.
#include <windows.h>
#include <delayimp.h>
#include <cstring>

// Called by the loader on whichever thread first calls a Node-API function; allocates nothing.
static FARPROC WINAPI bind_to_running_program(unsigned event, PDelayLoadInfo load) {
    if (event != dliNotePreLoadLibrary || _stricmp(load->szDll, "node.exe") != 0) return nullptr;
    return reinterpret_cast<FARPROC>(GetModuleHandleW(nullptr));
}

extern "C" {
PfnDliHook __pfnDliNotifyHook2 = bind_to_running_program;
}
