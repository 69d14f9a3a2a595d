import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { inBrowser } from './browser.ts'
import { addressOf, type Product, product } from './product.ts'
import type { Tried } from './trials.ts'

const there = 'http://203.0.113.7'
const sample = join(import.meta.dirname, '../../../resources/samples/four-sentences.wav')

/** Files that name others, under their own names and under those of sound. */
const playlists: Readonly<Record<string, string>> = {
  'list.m3u8': `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${there}/a.ts\n#EXT-X-ENDLIST\n`,
  'list.ts': `#EXTM3U\n#EXTINF:9,\n${there}/a.ts\n`,
  'list.mp3': `ffconcat version 1.0\nfile '${there}/a.mp3'\n`,
  'stream.sdp':
    'v=0\no=- 0 0 IN IP4 203.0.113.7\ns=x\nc=IN IP4 203.0.113.7\nt=0 0\nm=audio 5004 RTP/AVP 0\n',
  'stream.wav': 'v=0\nc=IN IP4 203.0.113.7\nm=audio 5004 RTP/AVP 0\n',
  'live.mpd': `<?xml version="1.0"?><MPD><BaseURL>${there}/</BaseURL></MPD>`,
  'radio.asx': `<asx version="3.0"><entry><ref href="${there}/a.wma"/></entry></asx>`,
}

const pixel = `<img src="${there}/pixel.png" onerror="fetch('${there}/')">`
const words = `${pixel} ![seen](${there}/seen.png) ${there}/link <link rel="prefetch" href="${there}/next"> <script src="${there}/a.js"></script>`
const template = `# Bait ${pixel}\n\n![seen](${there}/seen.png)\n\n## Topics ${pixel}\n\nWithout a model: topics\n`

/** Whatever is handed to the program and points outside is refused, or shown without being followed. */
export async function baits(): Promise<Tried> {
  using rtstt = product()
  const broken = [...(await refused(rtstt)), ...(await redirected(rtstt)), ...(await shown(rtstt))]
  const { attempts } = await rtstt.report()
  for (const { what, host, allowed } of attempts)
    if (allowed && what !== 'program') broken.push(`${what} ${host} was let through`)
  return {
    fault: 'addresses, playlists, pages and models that point outside',
    tried: rtstt.count(),
    broken: [...broken, ...rtstt.leaks()],
  }
}

async function refused(rtstt: Product): Promise<string[]> {
  await rtstt.run(['settings', 'network', 'off'])
  const paths = Object.entries(playlists).map(([name, text]) => {
    const path = join(rtstt.folder, name)
    writeFileSync(path, text)
    return path
  })
  const mirror = { RTSTT_MODEL_MIRROR: there }
  const proxy = { HTTPS_PROXY: 'http://203.0.113.7:3128' }
  const tries: readonly (readonly [readonly string[], NodeJS.ProcessEnv?])[] = [
    [['transcribe', `${there}/a.mp3`, ...paths, '--no-store']],
    [['transcribe', sample, '--model', `${there}/model.bin`]],
    [['models', 'add', `${there}/model.gguf`]],
    [['models', 'pull', 'whisper-tiny']],
    [['models', 'pull', 'whisper-tiny'], mirror],
    [['models', 'pull', 'whisper-tiny'], proxy],
    [['serve', '--host', '198.51.100.2', '--port', '0']],
  ]
  const broken: string[] = []
  for (const [typed, env] of tries) {
    const { code } = await rtstt.run(typed, env)
    if (code === 0) broken.push(`rtstt ${typed.slice(0, 3).join(' ')} was not refused`)
  }
  return broken
}

/** A source of models that sends to somewhere else. */
async function redirected(rtstt: Product): Promise<string[]> {
  await rtstt.run(['settings', 'network', 'models'])
  const server = createServer((_, response) => {
    response.writeHead(302, { location: 'https://elsewhere.example/model.bin' }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const { code, err } = await rtstt.run(['models', 'pull', 'whisper-tiny'], {
    RTSTT_MODEL_MIRROR: `http://127.0.0.1:${port}`,
  })
  server.close()
  return code !== 0 && err.includes('elsewhere.example') ? [] : ['a redirect was followed']
}

/** A meeting whose title, text, notes and summary would like to fetch something. */
async function shown(rtstt: Product): Promise<string[]> {
  mkdirSync(join(rtstt.data, 'templates'), { recursive: true })
  writeFileSync(join(rtstt.data, 'templates', 'bait.md'), template)
  await rtstt.run(['transcribe', sample, '--title', pixel])
  const { out, err } = await rtstt.run(['show', 'last', '--format', 'json'])
  if (out === '') return [err]
  const { id, segments } = JSON.parse(out) as {
    readonly id: string
    readonly segments: readonly { readonly id: string }[]
  }
  const html = join(rtstt.folder, 'bait.html')
  const outcomes = [
    await rtstt.run(['meetings', 'edit', id, segments[0]?.id ?? '', words]),
    await rtstt.run(['summarize', 'last', '--template', 'bait']),
    await rtstt.run(['export', 'last', '--format', 'html', '--output', html]),
  ]
  const failed = outcomes.filter(({ code }) => code !== 0)
  return [...failed.map(({ err }) => err.slice(-200)), ...(await inThePages(rtstt, id, html))]
}

async function inThePages(rtstt: Product, id: string, html: string): Promise<string[]> {
  const server = rtstt.start(['serve', '--port', '0'])
  const ended = once(server, 'close')
  try {
    const url = await addressOf(server)
    return await inBrowser(async ({ page, asked }) => {
      await page.goto(url)
      await page.locator(`a[href*="${id}"]`).first().click()
      await page.getByText('seen.png').first().waitFor()
      await page.goto(`file://${html}`)
      await page.getByText('seen.png').first().waitFor()
      return asked.map((address) => `a page asked for ${address}`)
    })
  } finally {
    server.kill('SIGINT')
    await ended
  }
}
