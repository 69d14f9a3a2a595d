// Which licences may be in the program, and what is known of packages that do not say it in the usual way.

/** They ask for their text and names to be handed on, and for nothing that the program does not do. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  // Their own files stay under it, and they are handed on as they are.
  'MPL-2.0',
  'Unlicense',
])

/** Read in the package itself: it says nothing that a program could read, or says it otherwise. */
const read = /** @type {Readonly<Record<string, string>>} */ ({
  '@shinyoshiaki/jspack': 'BSD-3-Clause',
  'dejavu-fonts-ttf': 'Bitstream-Vera',
  'png-js': 'MIT',
  'sqlite-vec': 'MIT OR Apache-2.0',
  'sqlite-vec-darwin-arm64': 'MIT OR Apache-2.0',
  'sqlite-vec-darwin-x64': 'MIT OR Apache-2.0',
  'sqlite-vec-linux-arm64': 'MIT OR Apache-2.0',
  'sqlite-vec-linux-x64': 'MIT OR Apache-2.0',
  'sqlite-vec-windows-x64': 'MIT OR Apache-2.0',
})

/**
 * Allowed for these alone. A binary of node-av is said to be MIT by its package, and holds an FFmpeg with GPL parts: who
 * hands it on follows the GPL. THIRD-PARTY-NOTICES says so in its own paragraph.
 */
const exceptions = /** @type {Readonly<Record<string, string>>} */ ({
  'dejavu-fonts-ttf': 'Bitstream-Vera',
})

/** What a package is under, as far as anybody knows. */
export function licenceOf(/** @type {{ name: string, licence: string | null }} */ one) {
  if (one.name.startsWith('@seydx/node-av-')) return 'MIT AND GPL-3.0-or-later'
  return read[one.name] ?? one.licence
}

/** Null where it may be in the program; else why not. */
export function licenceFault(/** @type {{ name: string, licence: string | null }} */ one) {
  const licence = licenceOf(one)
  if (licence === null) return `${one.name} says no licence.`
  if (exceptions[one.name] === licence || one.name.startsWith('@seydx/node-av-')) return null
  const choices = licence.replaceAll(/[()]/g, '').split(' OR ')
  const isAllowed = choices.some((choice) =>
    choice.split(' AND ').every((part) => allowed.has(part)),
  )
  return isAllowed ? null : `${one.name} is under ${licence}.`
}
