// The licences of all packages in the program, as one text that comes with it.
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../project-node.mjs'
import { licenceOf } from './licence-rules.mjs'

/** @typedef {import('./shipped.mjs').Package} Package */

/** @param {readonly Package[]} packages */
export function licenceTexts(packages) {
  const parts = packages
    .filter(({ isHere }) => isHere)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map((one) => ({
      title: `${one.name} ${one.version}: ${licenceOf(one) ?? 'unknown'}`,
      text: textOf(one),
    }))
  // Packages of one family have one text.
  const byText = Map.groupBy(parts, ({ text }) => text)
  const sections = [...byText].map(
    ([text, those]) => `${those.map(({ title }) => title).join('\n')}\n\n${text}`,
  )
  return [heading, ...sections].join(`\n\n${'-'.repeat(78)}\n\n`) + '\n'
}

const heading =
  'RTSTT is handed on with these packages, each under its own licence.\n' +
  'What is inside prebuilt binaries, FFmpeg among it, stands in THIRD-PARTY-NOTICES.md.'

/** All files that look like a licence or a notice; a package without any says so. @param {Package} one */
function textOf({ path }) {
  const names = globSync('*', { cwd: join(root, path) })
    .filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(basename(name)))
    .filter((name) => !/\.(js|ts|json)$/i.test(name))
    .toSorted()
  const texts = names.map((name) => readFileSync(join(root, path, name), 'utf8').trim())
  return texts.length > 0
    ? texts.join('\n\n').replaceAll('\r', '')
    : 'The package comes without a text of its licence.'
}
