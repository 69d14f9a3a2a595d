/** Breaks the files of a database as disks and other programs do. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Chance } from './chance.ts'
import type { Here } from './harmed-store.ts'
import { pageBytes } from './page-costs.sqlite.ts'

/** One to three pages: a bit turned, some bytes overwritten, or all of it zero. */
export function breakPages({ database }: Here, pages: number, random: Chance): Set<number> {
  const whole = readFileSync(database)
  const harmed = new Set<number>()
  for (let count = random.between(1, 4); count > 0; count -= 1) {
    const page = random.between(1, pages + 1)
    const start = (page - 1) * pageBytes
    harmed.add(page)
    const way = random.between(0, 3)
    if (way === 0) whole.fill(0, start, start + pageBytes)
    else {
      const at = start + random.between(0, pageBytes - 64)
      for (let byte = at; byte < at + (way === 1 ? 1 : 64); byte += 1)
        whole[byte] = (whole[byte] ?? 0) ^ random.between(1, 256)
    }
  }
  writeFileSync(database, whole)
  return harmed
}

export function overwrite(path: string, from: number, length: number, random: Chance): void {
  const whole = readFileSync(path)
  for (let byte = from; byte < from + length; byte += 1) whole[byte] = random.between(0, 256)
  writeFileSync(path, whole)
}

export function forgetBackups({ data }: Here): void {
  for (const name of readdirSync(join(data, 'backups')))
    if (name.endsWith('.sqlite')) rmSync(join(data, 'backups', name))
}
