import { once } from 'node:events'
import { join } from 'node:path'
import { tinyEmbeddingModel, tinyLanguageModel } from '../../../src-main/testing/tiny-language.ts'
import { inBrowser } from './browser.ts'
import { addressOf, type Product, product } from './product.ts'
import type { Tried } from './trials.ts'

const sample = join(import.meta.dirname, '../../../resources/samples/meeting-45s-stereo-48k.wav')

/** Everything a person does with a meeting, with the network off. */
export async function wholeMeeting(): Promise<Tried> {
  using rtstt = product()
  const broken: string[] = []
  for (const words of steps(rtstt)) {
    const { code, err } = await rtstt.run(words)
    // An answer that nothing bears is one, too.
    if (code !== 0 && !(words[0] === 'ask' && code === 4))
      broken.push(`rtstt ${words[0]} ${words[1]}: exit code ${code}: ${err.slice(-200)}`)
  }
  broken.push(...(await inThePage(rtstt)))
  const { network, attempts } = await rtstt.report()
  if (network !== 'off') broken.push('the network was not off')
  for (const { what, host, by, allowed } of attempts)
    if (what !== 'program' || !allowed) broken.push(`${by} wanted ${what} ${host}`)
  return {
    fault: 'a whole meeting with the network off',
    tried: rtstt.count(),
    broken: [...broken, ...rtstt.leaks()],
  }
}

function steps({ folder }: Product): readonly (readonly string[])[] {
  const heard = ['--source', `file:${sample}`, '--pace', 'real', '--split-channels']
  const out = (name: string) => [
    '--output',
    join(folder, name),
    '--format',
    name.split('.')[1] ?? '',
  ]
  return [
    ['settings', 'network', 'off'],
    ['models', 'add', tinyLanguageModel()],
    ['models', 'add', tinyEmbeddingModel()],
    ['record', ...heard, '--for', '6s', '--final-pass', 'whole'],
    ['summarize', 'last'],
    ['ask', 'What was decided about the budget?'],
    ['export', 'last', ...out('meeting.docx')],
    ['export', 'last', ...out('meeting.pdf')],
    ['export', 'last', ...out('meeting.html')],
  ]
}

/** The page as it is served, with the meeting open in it, and the player that was exported. */
async function inThePage(rtstt: Product): Promise<readonly string[]> {
  const server = rtstt.start(['serve', '--port', '0'])
  const ended = once(server, 'close')
  try {
    const url = await addressOf(server)
    return await inBrowser(async ({ page, asked }) => {
      await page.goto(url)
      await page.locator('a[href*="#/meeting/"]').first().click()
      await page.getByRole('main').waitFor()
      await page.goto(`file://${join(rtstt.folder, 'meeting.html')}`)
      await page.locator('body').waitFor()
      return asked.map((address) => `a page asked for ${address}`)
    })
  } finally {
    server.kill('SIGINT')
    await ended
  }
}
