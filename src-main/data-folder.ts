import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Where meetings, models and settings live unless somebody says otherwise: the place the operating
 * system gives to a program's own local files. They are large and private, so never a roaming profile.
 */
export function dataFolder(
  named: string | null,
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = named ?? env['RTSTT_DATA']
  if (chosen) return resolve(chosen)
  const home = homedir()
  switch (platform) {
    case 'win32':
      return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'RTSTT')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'RTSTT')
    default:
      return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'rtstt')
  }
}
