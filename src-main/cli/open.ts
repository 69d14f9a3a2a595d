import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '#contract/errors.ts'
import { makeCode, ownPlace } from '../server/entry-codes.ts'
import { addressTold, portOf } from '../server/told-address.ts'
import { ownToken } from '../server/token-file.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { openBrowser } from './open-browser.ts'

/** Long enough for a browser to have read the file that leads it to the page. */
const readingMs = 10_000

/** Lets one more browser into the page that is being served. */
export async function open(
  options: { readonly browser: boolean },
  context: Context,
): Promise<number> {
  const { terminal, json, data, interrupted } = context
  const served = await addressTold(data)
  if (!served) {
    throw new AppError(
      'engine_gone',
      'RTSTT serves no page from this data folder at the moment. Start it with: rtstt serve',
    )
  }
  const token = ownToken(data)
  const code = makeCode(token, portOf(served), Date.now())
  const enter = `${served.origin}/${ownPlace(token)}/enter#${code}`
  terminal.result(json ? JSON.stringify({ enter }) : enter)
  terminal.say('This address lets one browser in, once, within ten minutes.')
  if (options.browser) {
    const tidy = openBrowser(enter, data)
    await wait(readingMs, null, { signal: interrupted }).catch(() => {})
    tidy()
  }
  return exitCodes.done
}
