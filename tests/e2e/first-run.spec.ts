/** From the first start to a summary that was exported, without a mouse. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, realTest, scriptedTest } from './served-page.ts'

/** Presses Tab until this has the focus, as somebody does who has no mouse. */
async function tabTo(
  page: Page,
  name: string | RegExp,
  role: 'button' | 'link' | 'tab' = 'button',
) {
  const wanted = page.getByRole(role, { name }).first()
  await expect(wanted).toBeEnabled()
  for (let presses = 0; presses < 200; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return wanted
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not come to ${String(name)}.`)
}

async function press(
  page: Page,
  name: string | RegExp,
  role: 'button' | 'link' | 'tab' = 'button',
) {
  await tabTo(page, name, role)
  await page.keyboard.press('Enter')
}

/** Markdown, which holds the summary. */
async function exportByKeys(page: Page): Promise<void> {
  await press(page, 'Export')
  const dialog = page.getByRole('dialog', { name: /^Export/ })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('radio', { name: 'Markdown' }).press('Space')
  await press(page, 'Save file')
}

realTest(
  'from the first start to an exported summary without a mouse',
  async ({ page, engine }) => {
    await page.goto(`${engine.url}#/welcome`)
    await expect(page.getByRole('heading', { name: 'Welcome to RTSTT' })).toBeVisible()
    await press(page, 'Continue')
    await expect(page.getByRole('heading', { name: 'Choose a speech model' })).toBeFocused()
    await expect(page.getByText('Recommended for this computer').first()).toBeVisible()
    await press(page, 'Continue')
    await expect(page.getByRole('heading', { name: 'See that you are heard' })).toBeFocused()
    await press(page, 'Try the sample meeting')
    await expect(page).toHaveURL(/#\/live$/)
    await expect(page.getByText(/plan/i).first()).toBeVisible()
    await press(page, 'Open the meeting', 'link')
    await expect(page).toHaveURL(/#\/meeting\//)
    await tabTo(page, 'Insights', 'tab')
    await page.keyboard.press('ArrowRight')
    const summary = page.getByRole('tabpanel', { name: 'Summary' })
    await press(page, /^Write/)
    await expect(summary.getByRole('heading').first()).toBeVisible()
    const download = page.waitForEvent('download')
    await exportByKeys(page)
    const text = await readFile(await (await download).path(), 'utf8')
    const [line = ''] = (await summary.getByRole('listitem').first().innerText()).split('\n')
    expect(text).toContain(line.split('.')[0])
  },
)

scriptedTest(
  'the two sides are seen to move before anything is recorded',
  async ({ page, engine, server }) => {
    await page.goto(`${server.url}#/welcome`)
    await page.getByRole('button', { name: 'Sound' }).click()
    const mine = page.getByRole('meter', { name: 'Level: You' })
    await expect(page.getByText('Hearing', { exact: true })).toHaveCount(2)
    // As often as devices tell it.
    const telling = setInterval(() => {
      engine.emit({
        type: 'sound.measured',
        levels: [
          { track: 'me', peak: 0.5, rms: 0.2 },
          { track: 'them', peak: 0, rms: 0 },
        ],
      })
    }, 50)
    await expect(mine).toHaveAttribute('aria-valuetext', 'clear')
    clearInterval(telling)
    await expect(page.getByRole('meter', { name: 'Level: The others' })).toHaveAttribute(
      'aria-valuetext',
      'silent',
    )
    expect(engine.starts).toEqual([])
  },
)

scriptedTest(
  'it is shown to whoever has nothing yet, and not again once it was left',
  async ({ page, engine, server }) => {
    const none = { id: null, without: null }
    Object.assign(engine.script, {
      'model.inUse': async () => ({ speech: none, language: none, embedding: none }),
    })
    await page.goto(server.url)
    await expect(page).toHaveURL(/#\/welcome$/)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Choose a speech model' })).toBeVisible()
    await page.getByRole('link', { name: 'Skip the introduction' }).click()
    await expect(page.getByRole('heading', { name: 'Meetings', exact: true })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Meetings', exact: true })).toBeVisible()
    await expect(page).not.toHaveURL(/welcome/)
  },
)
