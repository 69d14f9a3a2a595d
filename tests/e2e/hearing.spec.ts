/** A live meeting that always says what it hears, and a past one that says what it missed. */
import { AppError } from '#contract/errors.ts'
import type { Hearing } from '#contract/hearing.ts'
import type { Meeting } from '#contract/meeting.ts'
import { aHearing, aMeeting, anAccount, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { openCall, track } from './open-call.ts'
import { expect, scriptedTest as test } from './served-page.ts'

function progress(engine: ScriptedEngine, { id }: Meeting, heardMs: number): void {
  const all = { heardMs, readMs: heardMs, totalMs: null }
  engine.emit({ type: 'meeting.progressed', meetingId: id, ...all })
}

function levels(engine: ScriptedEngine, { id }: Meeting, me: number, them: number): void {
  const measured = [
    { track: 'me' as const, peak: me, rms: me / 3 },
    { track: 'them' as const, peak: them, rms: them / 3 },
  ]
  engine.emit({ type: 'levels.measured', meetingId: id, levels: measured })
}

/** The state of one track, the other one as ever. */
function withThem(meeting: Meeting, change: Partial<Hearing['tracks'][number]>): Hearing {
  const hearing = aHearing(meeting.id)
  return {
    ...hearing,
    tracks: hearing.tracks.map((one) => (one.track === 'them' ? { ...one, ...change } : one)),
  }
}

test('a page that is opened in the middle shows what is heard', async ({
  page,
  engine,
  server,
}) => {
  const meeting = await openCall(page, engine, server.url)
  await expect(track(page, 'Me')).toContainText('Headset microphone')
  await expect(track(page, 'Me')).toContainText('Hearing')
  engine.hear(withThem(meeting, { state: 'lost', device: null }))
  await expect(track(page, 'Them')).toContainText('Lost, trying again')
  await expect(page.getByRole('link', { name: /Check the sound$/ })).toBeVisible()
  engine.hear(withThem(meeting, { state: 'deaf' }))
  await expect(track(page, 'Them')).toContainText('On, but nothing arrives')
  engine.hear(withThem(meeting, { everything: true }))
  await expect(track(page, 'Them')).toContainText('All computer sound')
  await expect(page.getByRole('link', { name: /Check the sound$/ })).toBeHidden()
})

test('a screen reader is told states, and finds levels where it looks for them', async ({
  page,
  engine,
  server,
}) => {
  const meeting = await openCall(page, engine, server.url)
  const news = page.getByRole('status').filter({ hasText: /^Me: / })
  await expect(news).toHaveText('Me: Hearing. Headset microphone.Them: Hearing. Loudspeakers.')
  const meter = page.getByRole('meter', { name: 'Level: Me' })
  await expect(meter).toHaveAttribute('aria-valuetext', 'silent')
  // As often as devices tell it: with a second between two levels each is empty again before it may be said.
  await expect(async () => {
    levels(engine, meeting, 0.3, 0)
    await expect(meter).toHaveAttribute('aria-valuetext', 'clear', { timeout: 100 })
  }).toPass({ intervals: [50] })
  await expect(news).toHaveText('Me: Hearing. Headset microphone.Them: Hearing. Loudspeakers.')
  engine.hear(withThem(meeting, { state: 'lost', device: null }))
  await expect(news).toContainText('Them: Lost, trying again. No device.')
  // Nothing comes any more: then nothing is shown.
  await expect(meter).toHaveAttribute('aria-valuetext', 'silent')
})

test('levels paint the meters and draw nothing else anew', async ({ page, engine, server }) => {
  const meeting = await openCall(page, engine, server.url)
  levels(engine, meeting, 0.3, 0.3)
  const bar = page.getByRole('meter', { name: 'Level: Me' }).locator('.meter-bar')
  await expect(bar).toHaveAttribute('style', /scaleX\(0\.[1-9]/)
  const changes = await page.evaluateHandle(() => {
    const seen: string[] = []
    const watch = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        if (!element?.closest('.meter')) seen.push(element?.outerHTML ?? '')
      }
    })
    const all = { subtree: true, childList: true, characterData: true, attributes: true }
    watch.observe(document.body, all)
    return seen
  })
  for (let step = 1; step <= 100; step++) levels(engine, meeting, step / 200, 0.3)
  await expect(bar).toHaveAttribute('style', /scaleX\(0\.7/)
  expect(await changes.evaluate((seen) => [...seen])).toEqual([])
})

test('muting and pausing say what the engine does, by button and by key', async ({
  page,
  engine,
  server,
}) => {
  const meeting = await openCall(page, engine, server.url)
  progress(engine, meeting, 61_000)
  const mute = page.getByRole('button', { name: 'Mute my microphone' })
  await expect(mute).toHaveAttribute('aria-pressed', 'false')
  await mute.click()
  await expect(mute).toHaveAttribute('aria-pressed', 'true')
  await expect(track(page, 'Me')).toContainText('Muted, not recorded')
  await expect(track(page, 'Them')).toContainText('Hearing')
  await page.keyboard.press('Alt+m')
  await expect(mute).toHaveAttribute('aria-pressed', 'false')

  await page.keyboard.press('Alt+p')
  await expect(page.getByRole('link', { name: 'Paused: open Call' })).toContainText('1:01')
  await expect(page).toHaveTitle('⏸ Call – RTSTT')
  await expect(track(page, 'Them')).toContainText('Paused')
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(page.getByRole('link', { name: 'Live now: open Call' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeEnabled()
})

test('a refused pause is told, and nothing claims to be paused', async ({
  page,
  engine,
  server,
}) => {
  await openCall(page, engine, server.url)
  Object.assign(engine.script, {
    'meeting.pause': async () => {
      throw new AppError('not_listening', 'This meeting is heard by another program.')
    },
  })
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('alert').getByText(/heard by another program/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeEnabled()
})

test('a long pause is no broken recording, and what breaks after it is', async ({
  page,
  engine,
  server,
}) => {
  await page.clock.install()
  const meeting = await openCall(page, engine, server.url)
  progress(engine, meeting, 61_000)
  await expect(page.getByText('1:01', { exact: true }).last()).toBeVisible()
  engine.hear(aHearing(meeting.id, { paused: true }))
  await expect(track(page, 'Me')).toContainText('Paused')
  await page.clock.runFor(600_000)
  await expect(page.getByText(/^No sound has arrived/)).toBeHidden()
  engine.hear(aHearing(meeting.id))
  await expect(track(page, 'Me')).not.toContainText('Paused')
  await page.clock.runFor(2_000)
  await expect(page.getByText(/^No sound has arrived/)).toBeHidden()
  await page.clock.runFor(8_000)
  await expect(page.getByText(/^No sound has arrived for 6 s/)).toBeVisible()
})

test('who speaks to nobody for long is given a hint, until somebody answers', async ({
  page,
  engine,
  server,
}) => {
  await page.clock.install()
  const meeting = await openCall(page, engine, server.url)
  await page.clock.pauseAt(Date.now() + 60_000)
  const hint = page.getByText(/^You are heard, but nothing has come from the computer/)
  // The clock moves only once a level has arrived.
  for (let step = 1; step <= 12; step++) {
    if (step === 12) await expect(hint).toBeHidden()
    await page.clock.runFor(8_500)
    levels(engine, meeting, 0.3, 0)
    progress(engine, meeting, step * 1_000)
    await expect(page.locator('.elapsed time')).toHaveAttribute('datetime', `PT${step}S`)
    if (step === 2) await expect(track(page, 'Them')).toContainText('Silent')
  }
  await expect(hint).toBeVisible()
  levels(engine, meeting, 0, 0.2)
  await expect(hint).toBeHidden()
  await expect(track(page, 'Them')).toContainText('Hearing')
})

test('while the connection is lost nobody claims to know what is heard', async ({
  page,
  engine,
  server,
}) => {
  await openCall(page, engine, server.url)
  await server.close()
  await expect(page.getByText(/connection to RTSTT is lost/)).toBeVisible()
  await expect(track(page, 'Me')).toContainText('Not known now')
  await expect(page.getByRole('button', { name: 'Mute my microphone' })).toBeDisabled()
  await expect(page.locator('.live-chip')).toContainText('Not known now')
  await expect(page.locator('.elapsed')).toContainText('Not known now')
})

test('a meeting that is over says what it missed, where, and why', async ({
  page,
  engine,
  server,
}) => {
  const meeting = engine.keep(aMeeting(), [
    aSegment('me', 0, 'Before the change.'),
    aSegment('me', 2_000, 'After the change.'),
    aSegment('them', 60_000, 'After the break.'),
  ])
  const pauses = [{ atMs: 50_000, lengthMs: 300_000, cause: 'person' as const }]
  const gaps = [
    { atMs: 1_900, lengthMs: 400, cause: 'device_changed' as const },
    { atMs: 20_000, lengthMs: 2, cause: 'device_glitch' as const },
    { atMs: 30_000, lengthMs: 12_000, cause: 'muted' as const },
  ]
  const sources = [{ atMs: 0, name: 'Headset', sampleRate: 16_000, channels: 1 }]
  engine.account(meeting.id, [
    { name: 'me', account: anAccount({ captured: 0.99999, gaps, pauses, sources }) },
    { name: 'them', account: anAccount({ pauses }) },
  ])
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await expect(page.locator('.past-text')).toHaveText(
    [
      /Before the change\. /,
      /0:01 · Me: 0.4 s missing here: the device was changed/,
      /.*After the change\. /,
      /0:30 · Microphone muted for 12 s/,
      /0:50 · Paused for 5 min/,
      /.*After the break\. /,
    ].reduce((all, one) => new RegExp(`${all.source}${one.source}`), /Me 0:00/),
  )

  const summary = page.getByText('Captured')
  await expect(summary).toContainText('Me 99.99%')
  await expect(summary).toContainText('Them 100%')
  await summary.click()
  const account = page.getByRole('group').filter({ has: summary })
  await expect(account.getByRole('listitem')).toHaveText([
    '0:01Me: 0.4 s missing here: the device was changed',
    '0:20Me: 2 ms missing here: the device itself dropped it',
    '0:30Microphone muted for 12 s',
    '0:50Paused for 5 min',
    '0:00Headset (16 kHz)',
  ])
  await account.getByRole('link', { name: '0:30' }).click()
  await expect(page).toHaveURL(/t=30000/)
})

test('where nothing was captured, nobody claims that nothing was said', async ({
  page,
  engine,
  server,
}) => {
  const meeting = engine.keep(aMeeting())
  engine.account(meeting.id, [{ name: 'me', account: anAccount({ captured: 0.25 }) }])
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await expect(page.getByText(/^There is no text. Not everything was captured/)).toBeVisible()
  await expect(page.getByText('Me 25%')).toBeVisible()
})
