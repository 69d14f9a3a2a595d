// How the addon is compiled: files, flags and link line, as plain command lines. Part of the source hash.

/** What every system shares. */
export const sharedUnits = ['addon', 'connection', 'environment', 'recorder', 'values']

const linuxUnits = [
  ...sharedUnits,
  'device-clock',
  'pulse-api',
  'pulse-backend',
  'pulse-connection',
  'pulse-devices',
  'pulse-meters',
  'pulse-stream',
]

export const commonFlags = [
  '-std=c++17',
  '-O2',
  '-DNDEBUG',
  '-DNAPI_VERSION=8',
  '-Wall',
  '-Wextra',
  '-Werror',
]

/** Linux: g++ or clang++. `sources` is src/, `exportsMap` the list of symbols that stay visible. */
export function linuxRecipe({ nodeApi, sources, exportsMap, objects, output }) {
  const compile = linuxUnits.map((unit) => {
    const object = `${objects}/${unit}.o`
    const where = ['-isystem', `${nodeApi}/include`, '-c', `${sources}/${unit}.cc`, '-o', object]
    return { output: object, args: [...commonFlags, '-fPIC', '-fvisibility=hidden', ...where] }
  })
  const link = [
    '-shared',
    '-o',
    output,
    ...compile.map((call) => call.output),
    '-Wl,--as-needed',
    '-Wl,--gc-sections',
    `-Wl,--version-script=${exportsMap}`,
    '-pthread',
    '-ldl',
    '-s',
  ]
  return { compile, link }
}
