/** Names and terms, and the language that is spoken. */
import { AppError } from '#contract/errors.ts'
import { wholeWarning } from '#contract/warning.ts'
import { openCall } from './open-call.ts'
import { expect, scriptedTest as test } from './served-page.ts'

const panel = /^Names and terms/

test('terms are seen, added, pasted in bulk and removed', async ({ page, engine, server }) => {
  await page.goto(server.url)
  await page.getByRole('button', { name: panel }).click()
  const field = page.getByLabel('Add names and terms')
  const terms = page.getByRole('list', { name: 'Names and terms' }).getByRole('listitem')
  await field.fill('Anna, billing system')
  await field.press('Enter')
  await expect(terms).toHaveText(['Anna', 'billing system'])
  await expect(field).toHaveValue('')
  await expect(page.getByText('2 terms added.')).toBeVisible()

  await field.fill('Priya,priya@example.org\n"Rossi, Marco",marco@example.org\nanna,x\n')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(terms).toHaveText(['anna', 'billing system', 'Priya', 'Rossi, Marco'])
  await expect(page.getByText(/2 terms added. Of each line the first column/)).toBeVisible()

  // Several are removed in a row from the keyboard.
  await page.getByRole('button', { name: 'Remove billing system' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove Priya' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(terms).toHaveText(['anna', 'Rossi, Marco'])
  await page.getByRole('button', { name: 'Remove all' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove all' }).click()
  await expect(terms).toHaveCount(0)

  // Another page, or the terminal, may change them too.
  await engine.api['vocabulary.change']({ kind: 'add', terms: ['Omar'] })
  await expect(terms).toHaveText(['Omar'])
  await expect(page.getByRole('button', { name: panel })).toContainText('1 term')
})

test('what cannot be taken in stays in the field, and the reason is told', async ({
  page,
  engine,
  server,
}) => {
  const refuse = async (): Promise<never> => {
    throw new AppError('invalid_input', 'A vocabulary holds at most 1000 terms.')
  }
  Object.assign(engine.script, { 'vocabulary.change': refuse })
  await page.goto(server.url)
  await page.getByRole('button', { name: panel }).click()
  const field = page.getByLabel('Add names and terms')
  await field.fill('Anna')
  await field.press('Enter')
  await expect(page.getByRole('alert').getByText('holds at most 1000 terms')).toBeVisible()
  await expect(field).toHaveValue('Anna')
})

test('a meeting is begun with its own terms and language; the language is remembered', async ({
  page,
  engine,
  server,
}) => {
  await page.goto(server.url)
  const chosen = page.getByRole('button', { name: /^What is recorded/ })
  await chosen.click()
  await page.getByLabel('Spoken language').selectOption('Italian')
  await expect(chosen).toContainText('Italian')
  await page.getByLabel('Names and terms of this meeting').fill('Anna, sistema di fatturazione')
  await page.getByRole('button', { name: /^Record/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recording')
  expect(engine.starts.at(-1)).toMatchObject({
    language: 'it',
    vocabulary: ['Anna', 'sistema di fatturazione'],
  })

  await page.getByRole('button', { name: 'Stop' }).click()
  await page.goto(`${server.url}?again#/`)
  await expect(page.getByRole('button', { name: /^What is recorded/ })).toContainText('Italian')
  await page.getByRole('button', { name: /^What is recorded/ }).click()
  await expect(page.getByLabel('Names and terms of this meeting')).toHaveValue('')
})

test('text in another language is warned of, and the language can be put right at once', async ({
  page,
  engine,
  server,
}) => {
  const { id } = await openCall(page, engine, server.url)
  const message = 'The text looks like Italian, not like English.'
  const mismatch = { ...wholeWarning('language_mismatch', message), name: 'it' }
  engine.warn(id, mismatch)
  await expect(page.getByRole('alert').getByText(message)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('Italiano')
  await expect(page.getByText(/sembra in un’altra lingua \(italiano\)/)).toBeVisible()

  await page.goto(`${server.url}#/live`)
  const spoken = page.getByLabel('Lingua parlata')
  await expect(spoken).toHaveValue('en')
  await spoken.selectOption('italiano')
  await expect(spoken).toHaveValue('it')
  engine.warn(id, { ...mismatch, over: true })
  await expect(page.getByText(/sembra in un’altra lingua/)).toBeHidden()
})

test('a model that does not know a language says so, and the choice stays as it was', async ({
  page,
  engine,
  server,
}) => {
  const refuse = async (): Promise<never> => {
    throw new AppError('invalid_input', 'The model test-speech-en knows only English.')
  }
  Object.assign(engine.script, { 'meeting.setLanguage': refuse })
  await openCall(page, engine, server.url)
  const spoken = page.getByLabel('Spoken language')
  await spoken.selectOption('Italian')
  await expect(page.getByRole('alert').getByText(/knows only English/)).toBeVisible()
  await expect(spoken).toHaveValue('en')
})
