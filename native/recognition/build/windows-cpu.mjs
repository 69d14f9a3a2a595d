// ggml's CPU libraries for Windows, compiled with optimisation. The ones in the package are not, and 20 times slower. Each
// level refuses processors that it is too new for, so the best that fits is chosen at run time. Part of the source hash.
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Processors since 2008, since Haswell (AVX2) and since Skylake-X (AVX-512). */
export const levels = {
  sse42: { defines: ['SSE42'], flags: ['-msse4.2'] },
  haswell: {
    defines: ['SSE42', 'AVX', 'F16C', 'FMA', 'AVX2', 'BMI2'],
    flags: ['-msse4.2', '-mavx', '-mf16c', '-mfma', '-mavx2', '-mbmi2'],
  },
  skylakex: {
    defines: ['SSE42', 'AVX', 'F16C', 'FMA', 'AVX2', 'BMI2', 'AVX512'],
    flags: [
      ...['-msse4.2', '-mavx', '-mf16c', '-mfma', '-mavx2', '-mbmi2'],
      ...['-mavx512f', '-mavx512cd', '-mavx512vl', '-mavx512dq', '-mavx512bw'],
    ],
  },
}

/** LLAMAFILE is off outside llama.cpp's own build, and worth 1.4 times the encoder's speed. */
const defines = [
  ...['NDEBUG', 'NOMINMAX', '_GNU_SOURCE', '_XOPEN_SOURCE=600', '_WIN32_WINNT=0x0A00'],
  ...['GGML_BACKEND_DL', 'GGML_BACKEND_BUILD', 'GGML_BACKEND_SHARED', 'GGML_SHARED'],
  ...['GGML_SCHED_MAX_COPIES=4', 'GGML_USE_CPU_REPACK', 'GGML_USE_LLAMAFILE'],
].map((name) => `-D${name}`)

/** Compiler calls and link line of one level. GCC does not align AVX spills on Windows, hence the assembler's flag. */
export function cpuRecipe({ level, ggml, shim, objects, baseImports, output }) {
  const source = path.join(ggml, 'src', 'ggml-cpu')
  const folder = path.join(objects, level)
  mkdirSync(folder, { recursive: true })
  const includes = [path.join(ggml, 'src'), source, path.join(ggml, 'include')].flatMap((at) => [
    '-I',
    at,
  ])
  const { defines: features, flags } = levels[level]
  const compile = sourcesIn(source).map((file) => {
    const c = file.endsWith('.c')
    // The library asks the processor before anything else runs, so that file may not use the level's instructions.
    const instructions = file.endsWith('cpu-feats.cpp') ? [] : flags
    const object = path.join(folder, `${file.replaceAll('/', '_')}.o`)
    const args = [c ? '-std=gnu11' : '-std=gnu++17', '-O3', '-w', ...defines, ...includes]
    args.push(...features.map((name) => `-DGGML_${name}`), ...instructions)
    args.push('-Wa,-muse-unaligned-vector-move', '-include', shim)
    return { c, object, args: [...args, '-c', path.join(source, file), '-o', object] }
  })
  const objectFiles = compile.map(({ object }) => object)
  const link = ['-shared', '-static', '-s', '-o', output, ...objectFiles, baseImports, '-pthread']
  return { compile, link }
}

function sourcesIn(source) {
  return ['', 'amx', 'llamafile', 'arch/x86'].flatMap((folder) =>
    readdirSync(path.join(source, folder))
      .filter((name) => /\.(c|cpp)$/.test(name))
      .map((name) => (folder ? `${folder}/${name}` : name)),
  )
}
