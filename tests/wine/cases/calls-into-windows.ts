/** What the shell asks of Windows by its own library: who uses the microphone. Wine's keyboard needs a screen. */
import assert from 'node:assert/strict'
import koffi from 'koffi'
import { microphoneUsers } from '../../../src-main/shell/detect/consent-store.ts'
import { openRegistry } from '../../../src-main/shell/detect/registry.koffi.ts'

const root =
  'Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\microphone'
const currentUser = 0xffffffff80000001n
const qword = 11
const library = koffi.load('advapi32.dll')
const write = library.func(
  'int32 __stdcall RegSetKeyValueW(uint64 key, str16 path, str16 name, uint32 type, void *content, uint32 length)',
)
const remove = library.func('int32 __stdcall RegDeleteTreeW(uint64 key, str16 path)')

function note(key: string, start: bigint, stop: bigint): void {
  for (const [name, value] of [
    ['LastUsedTimeStart', start],
    ['LastUsedTimeStop', stop],
  ] as const) {
    const content = Buffer.alloc(8)
    content.writeBigUInt64LE(value)
    assert.equal(write(currentUser, `${root}\\${key}`, name, qword, content, 8), 0)
  }
}

// What an earlier run has left.
remove(currentUser, root)
// A time of today in steps of 100 ns since 1601 needs all 64 bits.
const now = 134_000_000_000_000_000n
note('Maker.Package_1x2y3z', now, 0n)
note('Maker.Quiet_1x2y3z', now, now + 1n)
note('NonPackaged\\C:#Programs#Größe#Call.exe', now, 0n)
note('NonPackaged\\C:#Never#Used.exe', 0n, 0n)
note(`NonPackaged\\${process.execPath.replaceAll('\\', '#')}`, now, 0n)

const registry = openRegistry()
assert.deepEqual(microphoneUsers(registry, process.execPath), [
  { id: 'Maker.Package_1x2y3z', name: 'Package' },
  { id: 'C:\\Programs\\Größe\\Call.exe', name: 'Call' },
])
assert.deepEqual(registry.keys('Software\\Nobody Has This'), [])
assert.equal(registry.number('Software', 'Nobody Has This'), null)
