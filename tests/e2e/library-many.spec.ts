/** A library as somebody with a thousand meetings uses it. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Meeting } from '#contract/meeting.ts'
import { violations } from './axe.ts'
import { faintTexts, namelessThings, overflow } from './contrast.ts'
import { anImport } from './library-script.ts'
import { sample } from './real-engine.ts'
import { aMeeting, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { expect, realTest, scriptedTest as test } from './served-page.ts'

const day = 86_400_000
const now = Date.now()

function fill(engine: ScriptedEngine, count: number): Meeting[] {
  return Array.from({ length: count }, (_, n) =>
    engine.keep(
      aMeeting({
        title: `Meeting ${n + 1}`,
        startedAt: new Date(now - n * day * 0.4).toISOString(),
        durationMs: 60_000 * (10 + (n % 50)),
        folder: n % 4 === 0 ? 'Customers' : n % 7 === 0 ? 'Hiring' : null,
        tags: n % 3 === 0 ? ['weekly'] : [],
        people: n % 5 === 0 ? ['Ada', 'Grace', 'Linus'] : [],
      }),
      [aSegment('me', 0, 'the budget is fine')],
    ),
  )
}

const row = (page: Page, title: string) =>
  page.getByRole('link', { name: new RegExp(`^${title}\\b`) })
const bar = (page: Page) =>
  page.getByRole('toolbar', { name: 'What to do with the chosen meetings' })

/** Colours on their way to others are neither. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })
}

test('of a thousand meetings only those in sight are in the document', async ({
  page,
  engine,
  server,
}) => {
  fill(engine, 1000)
  await page.goto(server.url)
  await expect(row(page, 'Meeting 1')).toBeVisible()
  expect(await page.locator('[data-row]').count()).toBeLessThan(60)
  for (const share of [0.3, 0.6, 0.9]) {
    await page.evaluate((part) => window.scrollTo(0, part * document.body.scrollHeight), share)
    await expect(row(page, `Meeting ${Math.round(share * 1000)}`)).toBeAttached()
    expect(await page.locator('[data-row]').count()).toBeLessThan(60)
  }
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(row(page, 'Meeting 1000')).toBeVisible()
})

test('meetings are chosen with the keyboard, put into a folder, tagged, deleted and had back', async ({
  page,
  engine,
  server,
}) => {
  fill(engine, 8)
  await page.goto(server.url)
  await row(page, 'Meeting 1').focus()
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 'Meeting 2')).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(row(page, 'Meeting 3')).toBeFocused()
  await expect(bar(page).getByText('2 chosen')).toBeVisible()

  await bar(page).getByRole('button', { name: 'Folder' }).click()
  await page.getByRole('textbox', { name: 'Folder' }).fill('Board')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Moved to “Board”.')).toBeVisible()
  await page.getByRole('link', { name: 'Board 2' }).click()
  await expect(page).toHaveURL(/#\/\?folder=Board$/)
  await expect(page.locator('[data-row]')).toHaveText([/^Meeting 2/, /^Meeting 3/])

  await page.getByRole('button', { name: 'Rename folder' }).click()
  await page.getByRole('textbox', { name: 'Name of the folder' }).fill('<i>Board</i>')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: '<i>Board</i> 2' })).toHaveAttribute(
    'aria-current',
    'page',
  )

  await row(page, 'Meeting 2').focus()
  await page.keyboard.press('Control+a')
  await bar(page).getByRole('button', { name: 'Tags' }).click()
  await page.getByRole('textbox', { name: 'New tag' }).fill('urgent')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'urgent' })).toBeChecked()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'urgent 2' }).click()
  await expect(page.locator('[data-row]')).toHaveCount(2)

  await row(page, 'Meeting 2').focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('1 meeting is in the trash.')).toBeVisible()
  await expect(row(page, 'Meeting 3')).toBeFocused()
  await expect(page.locator('[data-row]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-row]')).toHaveCount(2)
  await row(page, 'Meeting 2').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meeting 2')
})

test('the trash gives back and removes for good', async ({ page, engine, server }) => {
  fill(engine, 3)
  await page.goto(server.url)
  await page.getByRole('checkbox', { name: 'Choose Meeting 1' }).check()
  await page.getByRole('checkbox', { name: 'Choose Meeting 3' }).click({ modifiers: ['Shift'] })
  await expect(bar(page).getByText('3 chosen')).toBeVisible()
  await bar(page).getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'No meetings yet' })).toBeVisible()

  await page.getByRole('link', { name: 'Trash' }).click()
  await expect(page.locator('[data-row]')).toHaveCount(3)
  await expect(page.locator('[data-row]').first()).toContainText('kept until')
  await page.getByRole('checkbox', { name: 'Choose Meeting 2' }).check()
  await bar(page).getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText('1 meeting is back.')).toBeVisible()
  await page.locator('[data-row]').first().focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
  await page.getByRole('link', { name: 'All meetings' }).first().click()
  await expect(page.locator('[data-row]')).toHaveText([/^Meeting 2/])
})

test('meetings become one, and that can be undone', async ({ page, engine, server }) => {
  fill(engine, 3)
  await page.goto(server.url)
  await page.getByRole('checkbox', { name: 'Choose Meeting 1' }).check()
  await expect(bar(page).getByRole('button', { name: 'Merge' })).toBeDisabled()
  await page.getByRole('checkbox', { name: 'Choose Meeting 2' }).check()
  await bar(page).getByRole('button', { name: 'Merge' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('listitem')).toHaveText([/^Meeting 2/, /^Meeting 1/])
  await dialog.getByRole('textbox', { name: 'Title' }).fill('One day')
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('Merged into “One day”.')).toBeVisible()
  await expect(page.locator('[data-row]')).toHaveText([/^One day/, /^Meeting 3/])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-row]')).toHaveCount(3)
  await expect(row(page, 'One day')).toBeHidden()
})

for (const width of [1440, 360])
  test(`everything has a name, room and contrast, ${width} wide`, async ({
    page,
    engine,
    server,
  }, info) => {
    await page.setViewportSize({ width, height: 900 })
    fill(engine, 12)
    engine.keep(aMeeting({ title: '<img src=x onerror=alert(1)> اجتماع المبيعات' }))
    engine.setImport(anImport({ fileName: 'done.mp4', state: 'done' }))
    engine.setImport(
      anImport({
        fileName: 'broken.wav',
        state: 'failed',
        failure: { code: 'audio_unsupported', message: 'This is no sound that can be read.' },
      }),
    )
    const reading = { state: 'reading', readMs: 30_000, totalMs: 60_000, leftMs: 12_000 } as const
    engine.setImport(anImport({ ...reading, fileName: 'a long name that has no room.wav' }))
    engine.setImport(anImport())
    await page.goto(server.url)
    await expect(page.getByText('2 of 4 · about 36 s left')).toBeVisible()
    await expect(page.getByText('1 file could not be read')).toBeVisible()
    await page.getByRole('checkbox', { name: 'Choose Meeting 1', exact: true }).check()
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await settled(page)
      expect(await faintTexts(page)).toEqual([])
      expect(await namelessThings(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      expect(await violations(page)).toEqual([])
      const path = info.outputPath(`library-${width}-${scheme}.png`)
      await page.screenshot({ path, fullPage: true })
    }
    await page.getByRole('button', { name: 'Cancel a long name that has no room.wav' }).click()
    await expect(page.getByText('Cancelled')).toBeVisible()
    await page.getByRole('button', { name: 'Clear the list' }).click()
    await expect(page.getByText('0 of 1')).toBeVisible()
  })

realTest(
  'of ten files that are dropped nine become meetings, and one says why not',
  async ({ page, engine }) => {
    const sound = [...(await readFile(sample('question')))]
    await page.goto(engine.url)
    await expect(page.getByRole('heading', { name: 'No meetings yet' })).toBeVisible()
    const carried = await page.evaluateHandle((bytes) => {
      const files = new DataTransfer()
      for (let n = 1; n <= 10; n++) {
        const content = n === 4 ? ['this is no sound'] : [new Uint8Array(bytes)]
        files.items.add(new File(content, `Talk ${n}.wav`))
      }
      return files
    }, sound)
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: carried })
    await expect(page.getByText('Drop files to turn them into text')).toBeVisible()
    await page.dispatchEvent('body', 'drop', { dataTransfer: carried })
    const queue = page.getByRole('region', { name: 'Imports' })
    await expect(queue.getByText('10 of 10')).toBeVisible({ timeout: 60_000 })
    await expect(queue.getByText('1 file could not be read')).toBeVisible()
    await expect(queue.getByRole('listitem').filter({ hasText: 'Talk 4.wav' })).toContainText(
      /\w+ .+\./,
    )
    const meetings = await (await engine.client()).call('meeting.list', {})
    expect(meetings.filter(({ state }) => state === 'done')).toHaveLength(9)
    await queue.getByRole('link', { name: 'Open Talk 7.wav' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Talk 7')
    await expect(page.locator('.voice').first()).toContainText(/\w/)
  },
)
