// Import libraries and import tables of Windows libraries.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './run.mjs'

const tools = 'x86_64-w64-mingw32'

/** The system's own libraries, and what the base library needs of the Visual C++ runtime. */
const system = ['KERNEL32.dll', 'msvcrt.dll', 'ADVAPI32.dll']
const allowed = {
  'recognition.node': ['ggml-base.dll', ...system],
  'ggml-base.dll': [
    /^(MSVCP140|VCRUNTIME140(_1)?)\.dll$/,
    /^api-ms-win-crt-[a-z0-9-]+\.dll$/,
    ...system,
  ],
  'ggml-cpu': ['ggml-base.dll', ...system],
}

/** The C names that the base library exports; no C++ symbol crosses from one compiler's library to the other's. */
export function exportedNames(objdump) {
  const table = objdump.split('[Ordinal/Name Pointer] Table')[1] ?? ''
  return [...table.matchAll(/\s((?:ggml|gguf|quantize|dequantize|iq)\w*)$/gm)].map(
    (match) => match[1],
  )
}

/** The libraries that a Windows binary needs when it is loaded. */
export function importedLibraries(objdump) {
  return [...objdump.matchAll(/^\s*DLL Name: (\S+)$/gm)].map((match) => match[1])
}

/** Makes an import library for `library` in `folder`; returns its path. */
export async function importLibraryOf(library, folder) {
  const names = exportedNames(await run(`${tools}-objdump`, ['-p', library]))
  if (names.length === 0) throw new Error(`${path.basename(library)} exports nothing that we know.`)
  const definition = path.join(folder, 'ggml-base.def')
  const output = path.join(folder, 'libggml-base.dll.a')
  writeFileSync(definition, ['LIBRARY "ggml-base.dll"', 'EXPORTS', ...names, ''].join('\n'))
  await run(`${tools}-dlltool`, ['-d', definition, '-l', output])
  return output
}

/** Node's functions are bound when they are first called, so that the program may have any name. */
export async function nodeImportLibrary(nodeApi, folder) {
  const output = path.join(folder, 'libnode-delay.a')
  await run(`${tools}-dlltool`, ['-d', path.join(nodeApi, 'def', 'node_api.def'), '-y', output])
  return output
}

/** What `file` needs beyond what every Windows and this folder have. */
export function unexpected(file, libraries) {
  const expected = allowed[file] ?? allowed[file.replace(/-[a-z0-9]+\.dll$/, '')] ?? []
  return libraries.filter(
    (library) =>
      !expected.some((one) =>
        typeof one === 'string' ? one.toLowerCase() === library.toLowerCase() : one.test(library),
      ),
  )
}

/** Throws if a file would ask a user's machine for something that is not there, such as a mingw runtime. */
export async function checkImports(folder, files) {
  for (const file of files) {
    const objdump = await run(`${tools}-objdump`, ['-p', path.join(folder, file)])
    const extra = unexpected(file, importedLibraries(objdump))
    if (extra.length > 0)
      throw new Error(`${file} needs ${extra.join(', ')}, which a user's Windows may not have.`)
  }
}
