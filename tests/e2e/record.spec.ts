/** Choosing what to hear, and beginning to record it. */
import { AppError } from '#contract/errors.ts'
import { enter } from './enter.ts'
import { aDevice, aMeeting, twoDevices } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

const chosen = { name: /^What is recorded/ }
const record = { name: 'Record', exact: true }

test('one press records both sides of a call on the default devices', async ({
  page,
  engine,
  server,
}) => {
  await page.goto(server.url)
  await expect(page.getByRole('button', chosen)).toContainText('Headset microphone · Loudspeakers')
  await page.getByRole('button', record).click()
  await expect(page).toHaveURL(/#\/live$/)
  await expect(page.getByRole('listitem').filter({ hasText: 'Me' })).toContainText('Hearing')
  await expect(page).toHaveTitle('● Recording – RTSTT')
  expect(engine.starts).toMatchObject([
    {
      source: { kind: 'both', microphoneId: null, systemId: null },
      stopAfterSilenceMs: null,
      finalPass: null,
      model: null,
      language: null,
    },
  ])
})

test('a shortcut records from every screen', async ({ page, engine, server }) => {
  const past = engine.keep(aMeeting())
  await page.goto(`${server.url}#/meeting/${past.id}`)
  await expect(page.getByRole('button', record)).toHaveAttribute('aria-keyshortcuts', 'Alt+R')
  await page.keyboard.press('Alt+r')
  await expect(page).toHaveURL(/#\/live$/)
  expect(engine.starts).toHaveLength(1)
})

test('what is chosen is asked of the engine, and chosen again next time', async ({
  page,
  engine,
  server,
}) => {
  const webcam = aDevice('microphone', 'Webcam')
  engine.plug([...twoDevices, webcam])
  await page.goto(server.url)
  await page.getByRole('button', chosen).click()
  await expect(page.getByRole('combobox', { name: 'Microphone' })).toContainText(
    'System default (Headset microphone)',
  )
  await page.getByRole('combobox', { name: 'Microphone' }).selectOption('Webcam')
  await page.getByLabel('Stop after silence').selectOption('10 minutes')
  await page.getByLabel('Only the microphone').check()
  await expect(page.getByRole('combobox', { name: 'Computer sound' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Only the microphone')).toBeHidden()
  await expect(page.getByRole('button', chosen)).toBeFocused()

  await page.reload()
  await expect(page.getByRole('button', chosen)).toContainText(
    'Webcam · stops after 10 minutes of silence',
  )
  await page.getByRole('button', record).click()
  await expect(page).toHaveURL(/#\/live$/)
  expect(engine.starts).toMatchObject([
    { source: { kind: 'microphone', deviceId: webcam.id }, stopAfterSilenceMs: 600_000 },
  ])
})

test('devices that come and go are seen at once', async ({ page, engine, server }) => {
  await page.goto(server.url)
  await page.getByRole('button', chosen).click()
  const microphone = page.getByRole('combobox', { name: 'Microphone' })
  engine.plug([...twoDevices, aDevice('microphone', 'Webcam')])
  await microphone.selectOption('Webcam')
  await expect(page.getByRole('status').getByText(/not connected/)).toBeHidden()

  engine.plug(twoDevices)
  await expect(page.getByText('“Webcam” is not connected.')).toBeVisible()
  await expect(microphone.locator('option:checked')).toHaveText('Webcam (not connected)')
  await page.getByRole('button', { name: 'Take the system default' }).click()
  await expect(page.getByText('“Webcam” is not connected.')).toBeHidden()
  await expect(microphone.locator('option:checked')).toHaveText(
    'System default (Headset microphone)',
  )
})

test('without a microphone the page says so, and what can be recorded instead', async ({
  page,
  engine,
  server,
}) => {
  const [, loudspeakers] = twoDevices
  engine.plug([loudspeakers ?? aDevice('system', 'Loudspeakers')])
  await page.goto(server.url)
  await expect(page.getByText(/^No microphone is connected/)).toBeVisible()
  await expect(page.getByRole('button', record)).toBeEnabled()
  await page.getByRole('button', { name: 'Record only computer sound' }).click()
  await expect(page.getByText(/^No microphone is connected/)).toBeHidden()
  await expect(page.getByRole('button', chosen)).toContainText('Only computer sound')

  engine.plug([])
  await expect(page.getByText(/^There is no output/)).toBeVisible()
  engine.plug(twoDevices)
  await expect(page.getByText(/^There is no output/)).toBeHidden()
})

test('an engine that cannot hear says why, and the button stays', async ({
  page,
  engine,
  server,
}) => {
  const refuse = (message: string) => async () => {
    throw new AppError('source_unavailable', message)
  }
  Object.assign(engine.script, {
    'device.list': refuse('The sound system does not answer.'),
    'meeting.start': refuse('Nothing can be heard on this computer.'),
  })
  await page.goto(server.url)
  await expect(page.getByText(/cannot be listed. The sound system does not answer/)).toBeVisible()
  await page.getByRole('button', record).click()
  await expect(
    page.getByRole('alert').getByText('Nothing can be heard on this computer.'),
  ).toBeVisible()
  await expect(page.getByRole('button', record)).toBeEnabled()

  Object.assign(engine.script, { 'device.list': async () => [...twoDevices] })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('button', chosen)).toContainText('Headset microphone')
})

test('whoever reads Italian is told about devices in Italian', async ({
  browser,
  engine,
  server,
}) => {
  Object.assign(engine.script, {
    'meeting.start': async () => {
      throw new AppError('device_denied', 'Windows does not let this program use the microphone.')
    },
  })
  const context = await browser.newContext({ locale: 'it-IT' })
  await enter(context, server)
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByRole('button', { name: 'Registra', exact: true }).click()
  await expect(page.getByRole('alert').getByText(/Consentilo nelle impostazioni/)).toBeVisible()
  await page.context().close()
})

test('whoever comes straight to the settings of sound finds the devices that are there', async ({
  page,
  server,
}) => {
  await page.goto(`${server.url}#/settings/sound`)
  const microphone = page.getByRole('combobox', { name: 'Microphone', exact: true })
  await expect(microphone).toContainText('System default (')
})
