// How the addon is compiled for Windows: files, flags and link line. Part of the source hash.
import path from 'node:path'
import { commonFlags } from './recipe.mjs'
import { sourceFiles } from './source-hash.mjs'

/** Windows 10 is the oldest that is asked for its functions. */
const windowsFlags = ['-D_WIN32_WINNT=0x0A00', '-DNOMINMAX']

/** What `capture.node` may ask of a user's Windows: no runtime of any compiler. */
export const allowedLibraries = ['KERNEL32.dll', 'msvcrt.dll', 'ole32.dll']

/** The addon's own translation units for a system. */
export function unitsFor(platform, root) {
  return sourceFiles(root, platform).filter((name) => /^src\/.*\.cc$/.test(name))
}

/** mingw-w64, on Linux. `delayHook` binds Node's functions to the program that is running, whatever its name. */
export function windowsRecipe({ nodeApi, root, delayHook, objects, nodeImports, output }) {
  const own = unitsFor('win32', root).map((name) => path.join(root, name))
  const compile = [...own, delayHook].map((source) => {
    const object = path.join(objects, `${path.basename(source, '.cc')}.o`)
    const where = ['-isystem', path.join(nodeApi, 'include'), '-c', source, '-o', object]
    return { output: object, args: [...commonFlags, ...windowsFlags, ...where] }
  })
  const objectFiles = compile.map((call) => call.output)
  const libraries = [nodeImports, '-ldelayimp', '-lole32', '-luuid']
  const link = ['-shared', '-static', '-s', '-o', output, ...objectFiles, ...libraries]
  return { compile, link }
}
