import type { Command } from 'commander'
import type { Add, Run } from './describing.ts'
import type { ServeOptions } from './serve.ts'

/** The page in a browser: `rtstt serve` and `rtstt open`. */
export function describeServing(program: Command, add: Add, run: Run): void {
  const serve = add(program, 'serve', 'serve the page to the browsers of this user')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on', '4117')
    .option('--open', 'open it in the browser')
    .option('--tls-cert <file>', 'certificate (PEM); needed for other computers to reach it')
    .option('--tls-key <file>', 'its key (PEM), which nobody else may read')
    .option('--name <names...>', 'names under which it is reached, beside those of the certificate')
  serve.action(
    run(
      async (context) => (await import('./serve.ts')).serve(serve.opts<ServeOptions>(), context),
      () => serve.optsWithGlobals(),
    ),
  )
  const open = add(program, 'open', 'open the page that is being served, in one more browser')
  open.option('--no-browser', 'print the address only')
  open.action(
    run(
      async (context) =>
        (await import('./open.ts')).open(open.opts<{ browser: boolean }>(), context),
      () => open.optsWithGlobals(),
    ),
  )
}
