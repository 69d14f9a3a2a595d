/** Hostile words in a meeting's player file, opened by a real browser from disk. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { usualOptions } from '../../../src-main/contract/export.ts'
import { playerFile } from '../../../src-main/engine/export/player-file.ts'
import { playerPage } from '../../../src-main/engine/export/player-page.ts'
import { toExport } from '../../../src-main/engine/export/to-export.ts'
import settings from '../../../playwright.config.ts'
import type { Row, Trial } from '../fault.ts'
import { hostileMeeting } from './documents.ts'
import { fuzz } from './fuzz.ts'

export async function hostilePages(trial: Trial): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-hostile-'))
  const browser = await chromium.launch(settings.use?.launchOptions ?? {})
  try {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => void asked.push(request.url()))
    const parts = await playerPage()
    const path = join(folder, 'meeting.html')
    return [
      await fuzz(
        {
          title: 'hostile words in a player file',
          cases: 60,
          of: hostileMeeting,
          async meet(meeting) {
            const wish = toExport(meeting, usualOptions('html'), null)
            await writeFile(path, playerFile(wish, parts, null))
            asked.length = 0
            await page.goto(pathToFileURL(path).href)
            return (await breach(page)) ?? foreign(asked)
          },
        },
        trial,
      ),
    ]
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Elements that no word may make, and a title that only a script could have set. */
async function breach(page: Page): Promise<string | undefined> {
  const found = await page.evaluate(() => ({
    title: document.title,
    strange: document.querySelectorAll(
      'img, iframe, object, embed, form, b, svg[onload], [onerror]',
    ).length,
    text: document.body.innerText.length,
  }))
  if (found.title === 'owned') return 'a script in a meeting was run'
  if (found.strange > 0) return 'words of a meeting became elements'
  return found.text === 0 ? 'the file shows nothing' : undefined
}

function foreign(asked: readonly string[]): string | undefined {
  return asked.some((url) => !/^(file|blob|data):/.test(url))
    ? 'the file asked the network for something'
    : undefined
}
