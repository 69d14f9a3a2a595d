/** The keys of a shortcut as Windows numbers them, so that it can be asked whether they are still held. */

const named: Readonly<Record<string, number>> = {
  commandorcontrol: 0x11,
  cmdorctrl: 0x11,
  control: 0x11,
  ctrl: 0x11,
  alt: 0x12,
  option: 0x12,
  altgr: 0x12,
  shift: 0x10,
  super: 0x5b,
  meta: 0x5b,
  command: 0x5b,
  cmd: 0x5b,
  space: 0x20,
  tab: 0x09,
  backspace: 0x08,
  delete: 0x2e,
  insert: 0x2d,
  return: 0x0d,
  enter: 0x0d,
  up: 0x26,
  down: 0x28,
  left: 0x25,
  right: 0x27,
  home: 0x24,
  end: 0x23,
  pageup: 0x21,
  pagedown: 0x22,
  escape: 0x1b,
  esc: 0x1b,
  capslock: 0x14,
  plus: 0xbb,
}

/** Null where one of them is no key that can be asked about: then a second press ends the dictation. */
export function virtualKeys(accelerator: string): readonly number[] | null {
  const keys = accelerator.split('+').map((part) => keyOf(part.trim().toLowerCase()))
  return keys.includes(null) || keys.length === 0 ? null : (keys as number[])
}

function keyOf(name: string): number | null {
  if (/^[a-z0-9]$/.test(name)) return name.toUpperCase().charCodeAt(0)
  const numbered = /^f([1-9]|1\d|2[0-4])$/.exec(name)
  if (numbered) return 0x6f + Number(numbered[1])
  return named[name] ?? null
}
