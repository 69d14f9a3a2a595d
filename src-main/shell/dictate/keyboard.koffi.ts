/** Windows' keyboard: is a key held, and Ctrl+V for whoever has the cursor. */
import koffi from 'koffi'
import type { Keyboard } from './keyboard.ts'

const control = 0x11
const letterV = 0x56
const keyboardInput = 1
const keyUp = 2

const key = koffi.struct({
  wVk: 'uint16',
  wScan: 'uint16',
  dwFlags: 'uint32',
  time: 'uint32',
  dwExtraInfo: 'uintptr_t',
})
// The union of the system is as large as its largest part, the mouse: 32 bytes where this one has 24.
const input = koffi.struct({ type: 'uint32', ki: key, rest: koffi.array('uint8', 8) })
/** As Windows has it for 64 bits; with any other it takes no key. */
export const inputBytes = koffi.sizeof(input)

export function openKeyboard(): Keyboard {
  const library = koffi.load('user32.dll')
  const stateOf = library.func('int16 __stdcall GetAsyncKeyState(int32 key)')
  const send = library.func('SendInput', 'uint32', ['uint32', koffi.pointer(input), 'int32'])

  const press = (wVk: number, dwFlags: number) => ({
    type: keyboardInput,
    ki: { wVk, wScan: 0, dwFlags, time: 0, dwExtraInfo: 0 },
    rest: Array.from({ length: 8 }, () => 0),
  })

  return {
    isDown: (virtualKey) => (stateOf(virtualKey) & 0x8000) !== 0,
    paste() {
      const keys = [
        press(control, 0),
        press(letterV, 0),
        press(letterV, keyUp),
        press(control, keyUp),
      ]
      return send(keys.length, keys, inputBytes) === keys.length
    },
  }
}
