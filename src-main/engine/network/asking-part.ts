/**
 * Who asked, by the stack of the moment: the package, or the room of this program. Never a path, which may hold
 * a person's name.
 */
export function askingPart(stack: string): string | null {
  for (const line of stack.split('\n').slice(1)) {
    const path = line.replaceAll('\\', '/')
    if (path.includes('/src-main/engine/network/')) continue
    const [, name] = /.*\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//.exec(path) ?? []
    if (name) return name
    const [, room] = /\/src-main\/(?:engine\/)?([\w-]+)(?:\/|\.ts)/.exec(path) ?? []
    if (room) return room
  }
  return null
}
