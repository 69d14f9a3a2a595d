/** The settings, over a real engine: found, changed, kept, and what they do. */
import { expect, type Page, test as base } from '@playwright/test'
import { violations } from './axe.ts'
import { overflow } from './contrast.ts'
import { enter } from './enter.ts'
import { modelBytes, type SettingsEngine, settingsEngine } from './settings-engine.ts'

const test = base.extend<{ engine: SettingsEngine }>({
  // oxlint-disable-next-line no-empty-pattern
  engine: async ({}, use) => {
    await using engine = await settingsEngine()
    await use(engine)
  },
  context: async ({ context, engine }, use) => {
    await enter(context, engine)
    await use(context)
  },
  page: async ({ page, engine: _ }, use) => {
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    await use(page)
    expect(said).toEqual([])
  },
})

const sections = [
  ['sound', 'Sound'],
  ['models', 'Models'],
  ['language', 'Language'],
  ['vocabulary', 'Names and terms'],
  ['insights', 'Insights and templates'],
  ['shortcuts', 'Shortcuts'],
  ['appearance', 'Appearance'],
  ['storage', 'Storage'],
  ['privacy', 'Privacy'],
  ['desktop', 'Desktop'],
  ['advanced', 'Advanced'],
] as const

/** Where there is most to fit in. */
const dense: readonly string[] = ['models', 'insights', 'shortcuts', 'storage']

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })

/** Chooses from a list without a mouse. */
async function chooseByKeys(page: Page, label: string, option: string): Promise<void> {
  const list = page.getByRole('combobox', { name: label })
  await list.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: option, exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(list).toContainText(option)
}

for (const [width, colorScheme] of [
  [1440, 'light'],
  [900, 'dark'],
  [360, 'dark'],
] as const)
  test(`the sections read well at ${width} in the ${colorScheme}`, async ({ page, engine }) => {
    await engine.record('Budget', 3)
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(`${engine.url}#/settings`)
    const nav = page.getByRole('navigation', { name: 'Sections of the settings' })
    for (const [section, name] of sections) {
      if (width < 1440 && !dense.includes(section)) continue
      await nav.getByRole('link', { name, exact: true }).focus()
      await page.keyboard.press('Enter')
      await expect(heading(page, name)).toBeVisible()
      expect(page.url()).toContain(`#/settings/${section}`)
      await expect(page.getByRole('status', { name: /being/ })).toHaveCount(0)
      expect(await overflow(page)).toBe(0)
      expect(await violations(page)).toEqual([])
      await page.screenshot({
        path: `out/pictures/settings-${section}-${width}-${colorScheme}.png`,
      })
    }
  })

test('a setting is found by a word and led to, changed by keys, and kept', async ({
  page,
  engine,
}) => {
  await page.goto(`${engine.url}#/settings`)
  await expect(heading(page, 'Sound')).toBeVisible()
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Search the settings' })
  await expect(search).toBeFocused()
  await page.keyboard.type('language of summ')
  await expect(page.getByText('1 setting', { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('#setting-summaryLanguage')).toBeFocused()
  await chooseByKeys(page, 'Language of summaries', 'Always Italian')
  await expect(page.getByRole('combobox', { name: 'Language of summaries' })).toBeFocused()
  await expect(page.getByText('Saved')).toBeVisible()
  expect(await engine.api['settings.read']({})).toMatchObject({ summaryLanguage: 'it' })

  // Somebody else changes it: the page shows that at once.
  await engine.api['settings.change']({ summaryLanguage: 'spoken' })
  await expect(page.getByRole('combobox', { name: 'Language of summaries' })).toContainText(
    'As spoken',
  )

  await page.goto(`${engine.url}#/settings/desktop`)
  const login = page.getByRole('switch', { name: /^Start at login/ })
  await login.focus()
  await page.keyboard.press('Space')
  await expect(login).toBeChecked()
  await page.getByRole('slider', { name: 'Size of captions' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await engine.api['settings.read']({})).captions.sizePx).toBe(29)
  expect(await engine.api['settings.read']({})).toMatchObject({ startAtLogin: true })
})

test('a shortcut is changed by pressing it; two of the same keys are told', async ({
  page,
  engine,
}) => {
  await page.goto(`${engine.url}#/settings/shortcuts`)
  const mute = page.getByRole('button', { name: /^Mute my microphone/ })
  await mute.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('x')
  await expect(page.getByText('A key alone would be taken')).toBeVisible()
  await page.keyboard.press('Control+Alt+KeyX')
  await expect(mute).toHaveText('Ctrl + Alt + X')
  await expect(mute).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+KeyR')
  const conflict = page.getByText('Two shortcuts have the same keys')
  await expect(conflict).toBeVisible()
  await page.getByRole('button', { name: 'No shortcut: Mute my microphone' }).press('Enter')
  await expect(conflict).toHaveCount(0)
  expect((await engine.api['settings.read']({})).shortcuts.muteMe).toBeNull()
})

test('a model is fetched with its progress; a broken connection and a cancelled one go on where they were', async ({
  page,
  engine,
}) => {
  engine.breakAfter(500_000, 'cut')
  engine.breakAfter(700_000, 'hang')
  await page.goto(`${engine.url}#/settings/models`)
  const row = page.getByRole('listitem').filter({ hasText: 'Small speech model' })
  await expect(row).toContainText('Recommended for this computer')
  await expect(page.getByText('None is here yet.').first()).toBeVisible()
  await row.getByRole('button', { name: 'Download Small speech model' }).press('Enter')
  // After the break it goes on by itself, from the byte that it had come to, and then hangs.
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuetext', / of 2 MB/)
  await expect.poll(() => engine.ranges).toEqual([undefined, 'bytes=500000-'])
  await row.getByRole('button', { name: 'Cancel the download' }).press('Enter')
  await expect(row.getByRole('progressbar')).toHaveCount(0)
  await expect(row).toContainText('Partly here')
  await row.getByRole('button', { name: 'Resume the download' }).press('Enter')
  await expect(row).toContainText('In use')
  expect(engine.ranges).toHaveLength(3)
  expect(engine.ranges.at(-1)).toMatch(/^bytes=([5-9]\d{5}|1[0-2]\d{5})-$/)
  expect(await engine.api['model.list']({})).toMatchObject([
    { state: 'present', sizeBytes: modelBytes },
  ])
  await expect(page.getByRole('combobox', { name: 'Speech model' })).toContainText(
    'The best that is here (Small speech model)',
  )
  await page.getByRole('button', { name: 'Check all files' }).press('Enter')
  await expect(page.getByText(/Intact/)).toBeVisible()

  await row.getByRole('button', { name: 'Remove Small speech model' }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).press('Enter')
  await expect(row.getByRole('button', { name: 'Download Small speech model' })).toBeVisible()
})

test('a rule shows what it removes before it does, and spares what one keeps', async ({
  page,
  engine,
}) => {
  const [budget, pay] = [await engine.record('Budget', 100), await engine.record('Pay', 50)]
  const recent = await engine.record('Recent', 2)
  await page.goto(`${engine.url}#/settings/storage`)
  await chooseByKeys(page, 'Keep recordings', '30 days')
  const rule = page.getByRole('group', { name: 'Remove what is older?' })
  await expect(rule).toContainText('2 recordings of')
  expect((await engine.api['settings.read']({})).keepSoundDays).toBeNull()
  expect(await violations(page)).toEqual([])
  await rule.getByRole('button', { name: 'Keep “Budget”' }).press('Enter')
  await expect(rule).toContainText('1 recording of')
  await rule.getByRole('button', { name: 'Use this rule' }).press('Enter')
  await expect(rule).toHaveCount(0)
  await expect.poll(() => engine.soundBytes(pay)).toBe(0)
  expect(await engine.soundBytes(budget)).toBeGreaterThan(0)
  expect(await engine.soundBytes(recent)).toBeGreaterThan(0)
  await expect(page.getByRole('button', { name: 'Let rules touch “Budget” again' })).toBeVisible()

  await page.goto(`${engine.url}#/meeting/${pay}`)
  await page.locator('summary').filter({ hasText: 'Captured' }).click()
  await expect(page.getByText(/was removed by your retention rule/).first()).toBeVisible()
})

test('a backup is made, chosen, and left again by keys; damage is told wherever one is', async ({
  page,
  engine,
}) => {
  await page.goto(`${engine.url}#/settings/storage`)
  const backups = page.getByRole('list', { name: 'Backups' })
  await page.getByRole('button', { name: 'Make a backup now' }).press('Enter')
  await expect(backups.getByRole('listitem')).toHaveCount(1)
  expect(await violations(page)).toEqual([])
  await backups.getByRole('button', { name: /^Go back to/ }).press('Enter')
  await expect(page.getByRole('alertdialog')).toContainText('kept as the newest backup')
  expect(await violations(page)).toEqual([])
  await page.getByRole('alertdialog').getByRole('button', { name: 'Go back' }).press('Enter')
  await expect(page.getByText(/^When RTSTT starts the next time, it goes back/)).toBeVisible()
  const { backups: made, restoring } = await engine.api['backup.list']({})
  expect(restoring).toBe(made[0]?.id)
  await page.getByRole('button', { name: 'Stay with what is there' }).press('Enter')
  await expect.poll(async () => (await engine.api['backup.list']({})).restoring).toBeNull()

  engine.suspectDamage()
  await page.goto(`${engine.url}#/`)
  await expect(page.getByText('The database is damaged. Start RTSTT again')).toBeVisible()
  expect(await violations(page)).toEqual([])
})

test('terms are seen before they are taken, and a template while it is written', async ({
  page,
  engine,
}) => {
  await engine.api['vocabulary.change']({ kind: 'add', terms: ['Anna'] })
  await page.goto(`${engine.url}#/settings/vocabulary`)
  await page.getByRole('textbox', { name: 'Terms' }).fill('anna;Rossi\nBruno;Bianchi\n<b>Carla</b>')
  await expect(
    page.getByText('2 new terms · 1 is there already · 2 further columns are left out'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Add 2 terms' }).press('Enter')
  const list = page.getByRole('list', { name: 'Names and terms' })
  await expect(list.getByRole('listitem')).toHaveText(['anna', 'Bruno', '<b>Carla</b>'])
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).press('Enter')
  expect((await saved).suggestedFilename()).toBe('rtstt-terms.txt')

  await page.goto(`${engine.url}#/settings/insights`)
  await page.getByRole('button', { name: 'New template' }).press('Enter')
  const text = page.getByRole('textbox', { name: /^Text of the template/ })
  await expect(text).toBeFocused()
  await text.fill('# Team\n### Deep')
  await expect(page.getByText(/^Line 2: /)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
  await text.fill('# Team\n## Risks\nWhat may go wrong.')
  await page.getByRole('textbox', { name: 'File name' }).fill('con')
  await expect(page.getByText(/Windows keeps this name/)).toBeVisible()
  await page.getByRole('textbox', { name: 'File name' }).fill('team')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await chooseByKeys(page, 'Template of summaries', 'Team')
  expect((await engine.api['settings.read']({})).summaryTemplate).toBe('team')
})

test('how it is protected is told, and a recovery phrase is shown once', async ({
  page,
  engine,
}) => {
  await page.goto(`${engine.url}#/settings/privacy`)
  const card = page.locator('#setting-protection')
  await expect(card).toContainText('Text and recordings are encrypted')
  await expect(card).toContainText('There is no recovery phrase')
  const make = card.getByRole('button', { name: 'Make a recovery phrase' })
  await make.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Your recovery phrase' })
  const words = dialog.getByRole('listitem')
  await expect(words).toHaveCount(24)
  const said = await words.allInnerTexts()
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('[data-recovery] li').last()).toBeVisible()
  await expect(card).toBeHidden()
  await expect(page.getByText('I have written them down')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(card).toContainText('A recovery phrase was made')
  await expect(page.getByText(said[0] ?? '', { exact: true })).toHaveCount(0)

  const again = card.getByRole('button', { name: 'Make a new one' })
  await expect(again).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toContainText('will open nothing any more')
  await page.keyboard.press('Escape')
  await expect(again).toBeFocused()
  expect(await violations(page)).toEqual([])
})
