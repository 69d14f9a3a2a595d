import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { usualOptions } from '#contract/export.ts'
import { manifold, understoodManifold } from './fixtures/understood.ts'
import { playerFile } from './player-file.ts'
import { playerPage } from './player-page.ts'
import { toExport } from './to-export.ts'
import { verified } from './verify-player.ts'

const page = await playerPage()
const pieces = ['QUJD', 'REVGRw==']
const sha256 = createHash('sha256').update(pieces.join('')).digest('hex')
const sound = { mediaType: 'audio/mpeg', leadMs: 69, pieces, sha256 }
const wish = toExport(manifold, usualOptions('html', 'it'), understoodManifold)
const file = playerFile(wish, page, sound)

it('is intact as it was written, with sound and without', () => {
  expect(verified(file)).toMatchObject({ intact: true })
  expect(verified(playerFile(wish, page, null))).toMatchObject({ intact: true })
})

it('tells any changed byte', () => {
  fc.assert(
    fc.property(fc.nat({ max: file.length - 1 }), fc.nat({ max: 254 }), (at, by) => {
      const byte = (file.charCodeAt(at) + 1 + by) % 256
      const changed = `${file.slice(0, at)}${String.fromCharCode(byte)}${file.slice(at + 1)}`
      expect(isTold(changed)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it.each([
  ['text', file.replace('Panoramica', 'Panoramicb')],
  ['sound', file.replace('REVGRw', 'REVGRg')],
  ['script', file.replace("'use strict'", "'use Strict'")],
  ['style', file.replace('margin: 0 auto', 'margin: 1 auto')],
  ['frame', file.replace('<main', '<Main').replace('utf-8', 'utf-9')],
] as const)('says that the %s is another one', (part, changed) => {
  const { intact, parts } = verified(changed)
  expect(intact).toBe(false)
  expect(parts.filter(({ state }) => state !== 'intact').map(({ name }) => name)).toEqual([part])
})

it('lets nothing that was said or named be markup', () => {
  expect(file).not.toContain('alert(1)</')
  expect(file.match(/<\/script>/g)).toHaveLength(5)
  expect(file.match(/<b>/gi)).toBeNull()
  // oxlint-disable-next-line no-control-regex -- all of it is ASCII, so nothing on the way changes it
  expect(file).toMatch(/^[\n\x20-\x7e]*$/)
})

it('asks for nothing from anywhere', () => {
  expect(file).toContain("default-src 'none'")
  expect(file.match(/https?:\/\/|\bsrc=|\bhref=|@import|url\(/g)).toBeNull()
})

it.each(['', '<!doctype html>', 'manifest'])('knows no player file in %j', (other) => {
  expect(() => verified(other)).toThrow(AppError)
})

function isTold(changed: string): boolean {
  try {
    return !verified(changed).intact
  } catch (error) {
    if (error instanceof AppError) return true
    throw error
  }
}
