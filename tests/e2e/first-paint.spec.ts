/** How soon the page is there, and how much of it is fetched for that; written to `out/reports/page.json`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { aMeeting } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

const root = join(import.meta.dirname, '../..')
const pageFolder = join(root, 'out/page')

/** In milliseconds; the machine that tests is busy with other things too, so the best of several visits counts. */
const limits = { paintMs: 500, interactiveMs: 1_000 }
const mostKilobytes = 350
const visits = 5

test('the first paint is soon, the page can be used soon after, and little is fetched for it', async ({
  page,
  engine,
  server,
}) => {
  for (let count = 0; count < 20; count++) engine.keep(aMeeting({ title: `Meeting ${count}` }))
  const times: { paintMs: number; interactiveMs: number }[] = []
  for (let visit = 0; visit < visits; visit++) {
    await page.goto(`${server.url}?visit=${visit}`, { waitUntil: 'commit' })
    times.push(await page.evaluate(measure))
  }
  const best = (of: 'paintMs' | 'interactiveMs') => Math.min(...times.map((time) => time[of]))
  const figures = {
    paintMs: Math.round(best('paintMs')),
    interactiveMs: Math.round(best('interactiveMs')),
    mainKilobytes: Math.round(mainBytes() / 102.4) / 10,
  }
  mkdirSync(join(root, 'out/reports'), { recursive: true })
  writeFileSync(join(root, 'out/reports/page.json'), `${JSON.stringify(figures, null, 2)}\n`)
  expect(figures.mainKilobytes).toBeLessThan(mostKilobytes)
  expect(figures.paintMs).toBeLessThan(limits.paintMs)
  expect(figures.interactiveMs).toBeLessThan(limits.interactiveMs)
})

/** When something was painted, and when a meeting of the list could be opened. */
async function measure(): Promise<{ paintMs: number; interactiveMs: number }> {
  const interactiveMs = await new Promise<number>((found) => {
    const look = (): void => {
      if (document.querySelector('main a[href^="#/meeting/"]')) found(performance.now())
      else requestAnimationFrame(look)
    }
    look()
  })
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  return { paintMs: paint?.startTime ?? interactiveMs, interactiveMs }
}

/** What the document itself loads, as it goes over a wire that packs it. */
function mainBytes(): number {
  const html = readFileSync(join(pageFolder, 'index.html'), 'utf8')
  const files = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)]
  return [...new Set(files.map(([, file = '']) => file))]
    .map((file) => gzipSync(readFileSync(join(pageFolder, file))).length)
    .reduce((sum, bytes) => sum + bytes, 0)
}
