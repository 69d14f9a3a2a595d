/** Meetings leave the program: the dialog, and the player that opens from the disk. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { wholeExport } from '../../src-main/testing/whole-export.ts'
import { violations } from './axe.ts'
import { overflow } from './contrast.ts'
import { expect, realTest as test } from './served-page.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Export/ })

test('the dialog shows how each format begins, remembers the choice and saves what the engine makes', async ({
  page,
  engine,
}) => {
  const meetingId = await engine.transcribe('decision', 'Pilot <b>')
  const client = await engine.client()
  await page.goto(`${engine.url}#/meeting/${meetingId}`)
  await page.getByRole('button', { name: 'Export' }).press('Enter')
  await expect(dialog(page).getByRole('heading', { name: 'Export “Pilot <b>”' })).toBeVisible()
  const preview = dialog(page).getByRole('region', { name: 'Preview' }).last()
  await expect(preview).toContainText('DECISIONS')
  await expect(page.getByRole('radio', { name: 'Word document' })).toBeFocused()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBe(0)

  await dialog(page).getByRole('radio', { name: 'Markdown' }).press('Space')
  await expect(preview).toContainText('Found by rules')
  await dialog(page).getByRole('switch', { name: 'Insights' }).click()
  await expect(preview).not.toContainText('Found by rules')
  await expect(preview).toContainText('pilot project')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused()

  await page.reload()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog(page).getByRole('radio', { name: 'Markdown' })).toBeChecked()
  for (const [name, format] of [
    ['Markdown', 'md'],
    ['Word document', 'docx'],
  ] as const) {
    await dialog(page).getByRole('radio', { name }).press('Space')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog(page).getByRole('button', { name: 'Save file' }).click(),
    ])
    const wish = wholeExport(meetingId, format)
    const options = { ...wish.options, insights: false }
    const file = await client.call('meeting.export', { ...wish, options })
    expect(download.suggestedFilename()).toBe(file.fileName)
    const saved = await readFile(await download.path())
    if (format === 'md') expect(saved.toString()).toBe(file.content)
    else expect(saved.subarray(0, 2).toString()).toBe('PK')
    await expect(page.getByText(`Exported ${file.fileName}.`)).toBeVisible()
    if (format === 'md') await page.getByRole('button', { name: 'Export' }).click()
  }
})

test('a player opens from the disk, plays the word that is clicked, and tells a changed byte', async ({
  browser,
  engine,
  page,
}) => {
  await page.goto(engine.url)
  const meetingId = await engine.transcribe('four-sentences', 'Support </script><i>x')
  const client = await engine.client()
  const { content } = await client.call('meeting.export', wholeExport(meetingId, 'html'))
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-player-'))
  // What somebody's computer has: the file, and no network.
  const context = await browser.newContext({ offline: true, reducedMotion: 'reduce' })
  try {
    const whole = join(folder, 'whole.html')
    await writeFile(whole, content)
    const player = await context.newPage()
    const said: string[] = []
    player.on('console', (message) => said.push(message.text()))
    player.on('pageerror', (error) => said.push(error.message))
    player.on('request', (request) => {
      if (!/^(file|blob):/.test(request.url())) said.push(request.url())
    })
    await player.goto(pathToFileURL(whole).href)
    await expect(player.getByRole('heading', { level: 1 })).toHaveText('Support </script><i>x')
    await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeEnabled()
    expect(await violations(player)).toEqual([])

    const word = player.locator('.transcript span').nth(20)
    const seeked = await player.evaluate(seekingTo, 20)
    expect(seeked.tookMs).toBeLessThan(150)
    const wantedMs = Number(await word.getAttribute('data-ms'))
    // The sound begins a moment later in the file than in the meeting.
    expect(Math.abs(seeked.atMs - wantedMs)).toBeLessThan(150)
    await expect(word).toHaveClass(/now/)

    await player.keyboard.press('/')
    await player.keyboard.type((await word.textContent()) ?? '')
    await expect(player.locator('.transcript .hit').first()).toBeVisible()
    await player.keyboard.press('Escape')
    await player.keyboard.press('Space')
    await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible()

    await player.getByRole('button', { name: 'Verify' }).click()
    await expect(player.getByText('Intact: text, sound, script and style')).toBeVisible()
    const changed = join(folder, 'changed.html')
    const place = content.indexOf('data-part="sound">') + 200
    const other = content[place] === 'A' ? 'B' : 'A'
    await writeFile(changed, `${content.slice(0, place)}${other}${content.slice(place + 1)}`)
    await player.goto(pathToFileURL(changed).href)
    await player.getByRole('button', { name: 'Verify' }).click()
    await expect(player.getByText('Changed since it was written: sound.')).toBeVisible()
    expect(said).toEqual([])
    const told = await client.call('export.verify', { path: changed })
    expect(told.parts.filter(({ state }) => state !== 'intact')).toMatchObject([{ name: 'sound' }])
    expect(await client.call('export.verify', { path: whole })).toMatchObject({ intact: true })
  } finally {
    await context.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

/** Clicks a word and waits until the sound is there; runs in the page. */
async function seekingTo(index: number): Promise<{ tookMs: number; atMs: number }> {
  const audio = document.querySelector('audio')
  const word = document.querySelectorAll<HTMLElement>('.transcript span')[index]
  if (!audio || !word) throw new Error('There is no sound or no such word.')
  const clickedMs = performance.now()
  const there = new Promise((resolve) => audio.addEventListener('seeked', resolve, { once: true }))
  word.click()
  await there
  return { tookMs: performance.now() - clickedMs, atMs: audio.currentTime * 1000 }
}
