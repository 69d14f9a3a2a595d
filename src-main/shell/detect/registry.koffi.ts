/** The registry of the person who is signed in, read through Windows' own library. Only Windows has one. */
import koffi from 'koffi'
import type { Registry } from './consent-store.ts'

/** HKEY_CURRENT_USER. The system's header extends its sign. */
const currentUser = 0xffffffff80000001n
const readOnly = 0x20019
const longestName = 256
const qword = 11

export function openRegistry(): Registry {
  const library = koffi.load('advapi32.dll')
  const open = library.func(
    'int32 __stdcall RegOpenKeyExW(uint64 key, str16 path, uint32 options, uint32 access, _Out_ uint64 *opened)',
  )
  const close = library.func('int32 __stdcall RegCloseKey(uint64 key)')
  const enumerate = library.func(
    'int32 __stdcall RegEnumKeyExW(uint64 key, uint32 index, _Out_ uint8 *name, _Inout_ uint32 *length, void *reserved, void *class, void *classLength, void *written)',
  )
  const query = library.func(
    'int32 __stdcall RegQueryValueExW(uint64 key, str16 name, void *reserved, _Out_ uint32 *type, _Out_ uint8 *content, _Inout_ uint32 *length)',
  )

  function within<T>(path: string, otherwise: T, read: (key: bigint) => T): T {
    const opened = [0n]
    if (open(currentUser, path, 0, readOnly, opened) !== 0) return otherwise
    const key = BigInt(opened[0] ?? 0)
    try {
      return read(key)
    } finally {
      close(key)
    }
  }

  return {
    keys: (path) =>
      within<readonly string[]>(path, [], (key) => {
        const names: string[] = []
        for (let index = 0; ; index++) {
          const name = Buffer.alloc(longestName * 2)
          const length = [longestName]
          // Any failure ends the list: there are no more, or the key is gone.
          if (enumerate(key, index, name, length, null, null, null, null) !== 0) return names
          names.push(name.toString('utf16le', 0, (length[0] ?? 0) * 2))
        }
      }),
    number: (path, name) =>
      within<bigint | null>(path, null, (key) => {
        const [type, content, length] = [[0], Buffer.alloc(8), [8]]
        if (query(key, name, null, type, content, length) !== 0) return null
        return type[0] === qword ? content.readBigUInt64LE() : null
      }),
  }
}
