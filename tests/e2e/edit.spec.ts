/** Changing what a meeting says, and who says it. */
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { editedMeeting, said } from './edited-meeting.ts'
import { enter } from './enter.ts'
import { expect, inWindowToo, realTest, scriptedTest as test } from './served-page.ts'

const field = (page: Page) => page.getByRole('textbox', { name: /^Text at/ })
const text = (page: Page) => page.getByRole('group', { name: 'Transcript' })
const word = (page: Page, name: string) => page.locator('.word', { hasText: name }).first()

test('a sentence is written anew by keyboard, divided, joined, undone and made again', async ({
  page,
  engine,
  server,
}) => {
  const { id } = editedMeeting(engine)
  await page.goto(`${server.url}#/meeting/${id}`)
  await text(page).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveValue('good mourning to everybody')
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  await expect(word(page, 'good')).toBeFocused()

  await page.keyboard.press('F2')
  await field(page).fill('Good morning to all')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(text(page)).toContainText('Good morning to all')
  await expect(word(page, 'Good')).toBeFocused()

  await page.keyboard.press('F2')
  for (const _ of 'Good morning') await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.segment')).toHaveCount(said.length + 1)
  await expect(page.locator('.segment').nth(1)).toHaveText('to all')
  await expect(word(page, 'to')).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.press('Backspace')
  await expect(page.locator('.segment')).toHaveCount(said.length)

  for (const _ of ['join', 'split', 'edit']) await page.keyboard.press('Control+z')
  await expect(text(page)).toContainText('good mourning to everybody')
  await expect(page.getByText('Undone: text edited.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
  await page.keyboard.press('Control+Shift+Z')
  await page.keyboard.press('Control+y')
  await expect(page.locator('.segment')).toHaveCount(said.length + 1)
})

test('what can not be saved stays in the field, and says why', async ({ page, engine, server }) => {
  const { id } = editedMeeting(engine)
  await page.goto(`${server.url}#/meeting/${id}`)
  await word(page, 'agreed').dblclick()
  await field(page).fill('x'.repeat(10_001))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').getByText(/10,001 characters/)).toBeVisible()
  await field(page).fill('')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A sentence needs at least one word.')).toBeVisible()
  // Somebody else changes the same sentence.
  const [, , , last] = said
  if (!last) throw new Error('four were said')
  await field(page).fill('we agreed to go')
  const other = { ...last, text: 'we agreed too', words: [] }
  engine.emit({
    type: 'segments.revised',
    meetingId: id,
    track: 'them',
    removed: [],
    segments: [other],
  })
  await expect(
    page.getByText(/Meanwhile it was changed elsewhere to: “we agreed too”/),
  ).toBeVisible()
  await expect(field(page)).toHaveValue('we agreed to go')
  engine.emit({
    type: 'segments.revised',
    meetingId: id,
    track: 'them',
    removed: [last.id],
    segments: [],
  })
  await expect(page.getByText(/You had written: “we agreed to go”/)).toBeVisible()
})

test('a speaker is named everywhere or here, whatever the name looks like', async ({
  page,
  engine,
  server,
  context,
}) => {
  const { id } = editedMeeting(engine)
  await page.goto(`${server.url}#/meeting/${id}`)
  const other = await context.newPage()
  await other.goto(`${server.url}#/meeting/${id}`)
  await expect(text(other)).toBeVisible()
  const markup = '<b onclick="alert(1)">Zoë</b>'
  await page.getByRole('button', { name: 'Name of the speaker: Them' }).first().click()
  const name = page.getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await name.fill(markup)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: `Name of the speaker: ${markup}` })).toHaveCount(2)
  await expect(other.getByText(markup)).toHaveCount(2)

  await word(page, 'agreed').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Speaker…' }).click()
  await name.fill('مريم')
  await expect(page.getByRole('radio', { name: 'Only here' })).toBeChecked()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByText('مريم')).toHaveCount(1)
  await expect(other.getByText(markup)).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(other.getByText(markup)).toHaveCount(2)
  await other.close()
})

test('words are found and replaced everywhere, seen before it is done', async ({
  page,
  engine,
  server,
}) => {
  const { id } = editedMeeting(engine)
  await page.goto(`${server.url}#/meeting/${id}`)
  await expect(text(page)).toBeVisible()
  await page.keyboard.press('Control+h')
  const panel = page.getByRole('form', { name: 'Find and replace' })
  await expect(panel.getByRole('textbox', { name: 'Find' })).toBeFocused()
  await page.keyboard.type('muller')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Müller')
  await expect(panel.getByText('1 place', { exact: true })).toBeVisible()
  await expect(panel.locator('del')).toHaveText('muller')
  await expect(panel.locator('ins')).toHaveText('Müller')
  await panel.getByRole('textbox', { name: 'Find' }).fill('mo')
  await expect(panel.getByText('2 places')).toBeVisible()
  await panel.getByRole('textbox', { name: 'Find' }).fill('muller')
  await expect(panel.getByText('1 place', { exact: true })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 place replaced.')).toBeVisible()
  await expect(text(page)).toContainText('and Müller reads it')
  await expect(panel.getByText('Not found')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)

  await page.getByRole('button', { name: 'History' }).click()
  const history = page.getByRole('dialog', { name: 'History' })
  await expect(history.locator('del')).toContainText('muller')
  await expect(history.locator('ins')).toContainText('Müller')
  expect(await violations(page)).toEqual([])
  await history.getByRole('button', { name: 'Put back: words replaced' }).click()
  await expect(history.getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(text(page)).toContainText('and muller reads it')
})

realTest(
  'an edit is there after the program was started again, and can be undone',
  inWindowToo,
  async ({ page, engine }) => {
    const id = await engine.transcribe('question', 'Question')
    await page.goto(`${engine.url}#/meeting/${id}`)
    await word(page, 'Omar').dblclick()
    await expect(field(page)).toBeFocused()
    await field(page).fill('Did Ömer help the supplier?')
    await page.keyboard.press('Enter')
    // The field closes when the engine has it.
    await expect(field(page)).toHaveCount(0)
    await expect(text(page)).toContainText('Ömer')
    await engine.kill()
    await engine.restart()
    await enter(page.context(), engine)
    await page.reload()
    await expect(text(page)).toContainText('Ömer')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(text(page)).toContainText('Omar')
  },
)
