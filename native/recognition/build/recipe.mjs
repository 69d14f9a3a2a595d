// How the addon is compiled: files, flags and link line, as plain command lines. Part of the source hash.

/** Translation units, the slowest first, so that two compilers side by side finish together. */
const units = [
  'whisper-unity',
  'parakeet-unity',
  'addon',
  'loading',
  'state',
  'decoding-values',
  'environment',
  'model-file',
  'registry',
  'whisper-decoding',
  'whisper-model',
  'parakeet-model',
  'parakeet-file',
  'model-walk',
  'token-times',
  'alignment',
  'voice-detector',
]

const common = [
  '-std=c++17',
  '-O3',
  '-fno-math-errno',
  '-fno-trapping-math',
  '-DNDEBUG',
  '-DNAPI_VERSION=8',
]

/** Units that hold a library's own source. */
const foreign = ['whisper-unity', 'parakeet-unity']

/** Ours compile without a warning; those of others are not ours to mend. */
function warnings(unit) {
  return foreign.includes(unit) ? ['-w'] : ['-Wall', '-Wextra', '-Werror']
}

function includes({ whisper, ggmlInclude, nodeApi }) {
  return [
    `${whisper}/whisper.cpp/include`,
    `${whisper}/whisper.cpp/src`,
    ggmlInclude,
    `${nodeApi}/include`,
  ].flatMap((folder) => ['-isystem', folder])
}

/** One compiler call per unit: [{ unit, args, output }]. */
function compileCalls({ names, flags, from, whisperVersion, sources, objects }) {
  return names.map((unit) => {
    const output = `${objects}/${unit}.o`
    const version = foreign.includes(unit)
      ? [`-DWHISPER_VERSION="${whisperVersion}"`, `-DPARAKEET_VERSION="${whisperVersion}"`]
      : []
    const args = [...common, ...flags, ...warnings(unit), ...version, ...includes(from)]
    return { unit, output, args: [...args, '-c', `${sources}/${unit}.cc`, '-o', output] }
  })
}

/** Linux: g++ or clang++. `baseFolder` holds libggml-base.so. */
export function linuxRecipe({ from, whisperVersion, sources, objects, baseFolder, output }) {
  const flags = ['-fPIC', '-fvisibility=hidden']
  const compile = compileCalls({ names: units, flags, from, whisperVersion, sources, objects })
  const link = [
    '-shared',
    '-o',
    output,
    ...compile.map((call) => call.output),
    `-L${baseFolder}`,
    '-l:libggml-base.so',
    // The base library is found beside the addon, wherever that is.
    '-Wl,-rpath,$ORIGIN',
    '-Wl,--as-needed',
    '-Wl,--gc-sections',
    `-Wl,--version-script=${sources}/exports.map`,
    '-pthread',
    '-ldl',
    '-s',
  ]
  return { compile, link }
}

/** Windows, by mingw-w64. The import libraries are made by windows.mjs. */
export function windowsRecipe({
  from,
  whisperVersion,
  sources,
  objects,
  output,
  baseImports,
  nodeImports,
}) {
  const flags = ['-D_WIN32_WINNT=0x0A00', '-DNOMINMAX', '-D_USE_MATH_DEFINES']
  const names = [...units, 'win-delay-hook']
  const compile = compileCalls({ names, flags, from, whisperVersion, sources, objects })
  const objectFiles = compile.map((call) => call.output)
  const link = [
    '-shared',
    '-static',
    '-s',
    '-o',
    output,
    ...objectFiles,
    baseImports,
    nodeImports,
    '-ldelayimp',
  ]
  return { compile, link }
}
