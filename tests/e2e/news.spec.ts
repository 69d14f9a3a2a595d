/** What a person should know of a live meeting: what is wrong, that it is over, and why the meeting stopped. */
import { wholeWarning } from '#contract/warning.ts'
import { openCall } from './open-call.ts'
import { aHearing } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

test('an announced end by silence counts down, can be put off, and is told when it comes', async ({
  page,
  engine,
  server,
}) => {
  const { id } = await openCall(page, engine, server.url)
  const announce = { silenceEndsInMs: 60_000 }
  const message = 'Nobody speaks any more. Recording stops in 60 s unless something is heard.'
  engine.warn(id, wholeWarning('silence_ends_soon', message))
  engine.hear(aHearing(id, announce))
  const alert = page.getByRole('alert').filter({ hasText: 'about to stop by itself' })
  await expect(alert).toContainText('Any sound keeps the recording going.')
  await expect(page.getByText(message)).toBeHidden()
  await expect(alert).toContainText(/5\d s left/)
  // Who reads old meetings meanwhile is told as well, and whoever opens the page now.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings')
  await page.reload()
  await alert.getByRole('button', { name: 'Keep recording' }).click()
  await expect(alert).toBeHidden()

  engine.hear(aHearing(id, announce))
  await expect(alert).toBeVisible()
  engine.stop(id, 'silence')
  await expect(alert).toBeHidden()
  await expect(page.getByRole('alert').getByText(/Stopped by itself/)).toBeVisible()
})

for (const [reason, words] of [
  ['silence', 'Stopped by itself: nobody spoke'],
  ['failed', 'Ended with a problem.'],
  ['asked', 'Ended. Everything that was heard is stored.'],
] as const) {
  test(`the screen of a meeting that is over says why it stopped: ${reason}`, async ({
    page,
    engine,
    server,
  }) => {
    const { id } = await openCall(page, engine, server.url)
    engine.stop(id, reason)
    await expect(page.getByRole('status').getByText(words)).toBeVisible()
  })
}

test('a lost device is told until it is heard again, which is good news for a moment', async ({
  page,
  engine,
  server,
}) => {
  const { id } = await openCall(page, engine, server.url)
  const lost = { code: 'device_lost', track: 'me', name: 'Headset' } as const
  const isLost = 'The microphone (“Headset”) is not heard any more.'
  const isBack = 'The microphone is heard again (“Headset”).'
  engine.warn(id, { ...lost, over: false, message: isLost })
  await expect(page.getByRole('alert').getByText(isLost)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('Italiano')
  await expect(page.getByText('Il microfono («Headset») non si sente.')).toBeVisible()
  engine.warn(id, { ...lost, over: true, message: isBack })
  await expect(page.getByText('Il microfono («Headset») non si sente.')).toBeHidden()
  const news = page.getByRole('status').getByText('Il microfono si sente di nuovo («Headset»).')
  await expect(news).toBeVisible()
  await expect(news).toBeHidden()
})
