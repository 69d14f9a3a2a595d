import type { Command } from 'commander'
import type { BenchOptions } from './bench.ts'
import type { Add, Run } from './describing.ts'

/** `rtstt bench` with everything that can be measured. */
export function describeBench(program: Command, add: Add, run: Run): void {
  const bench = add(
    program,
    'bench <what> [files...]',
    'measure: offline, live, policy, silence, overload, hardship, soak, speeds, recover, rivals, capture, devices, bleed, words, vocabulary, doubt, sealed, language, understand, search or start',
  )
    .option('--clock <clock>', 'live: real, or stopped while anything is computed', 'real')
    .option('--hog', 'live: while another program keeps one core busy')
    .option('--model <id|path>', 'live, rivals: speech model; default: the bundled test model')
    .option('--events <file>', 'live: write every event as a line of JSON')
    .option('--minutes <n>', 'silence, overload, hardship, speeds: of sound')
    .option('--seconds <n>', 'policy: of each sound; sealed: of each form')
    .option('--hours <n>', 'soak: of sound')
    .option(
      '--part <name>',
      'understand: floor, panel, hour, citations, long, search or text; default: all',
    )
    .option('--cli <path>', "rivals: whisper.cpp's whisper-cli")
    .option('--stream <path>', "rivals: whisper.cpp's whisper-stream")
  bench.action((what: string, files: string[]) =>
    run(
      async (context) =>
        (await import('./bench.ts')).bench(what, files, bench.opts<BenchOptions>(), context),
      () => bench.optsWithGlobals(),
    )(),
  )
}
