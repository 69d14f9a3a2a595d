import type { Page } from '@playwright/test'
import type { Meeting } from '#contract/meeting.ts'
import { aHearing, aMeeting, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { expect } from './served-page.ts'

/** A live meeting of two devices, on its screen. */
export async function openCall(page: Page, engine: ScriptedEngine, url: string): Promise<Meeting> {
  const meeting = engine.keep(aMeeting({ title: 'Call', state: 'live', durationMs: 0 }), [
    aSegment('them', 0, 'Can everybody hear me?'),
  ])
  engine.hear(aHearing(meeting.id))
  await page.goto(`${url}#/live`)
  await expect(track(page, 'Them')).toContainText('Loudspeakers')
  return meeting
}

/** What the page shows of one side of it. */
export function track(page: Page, voice: 'Me' | 'Them') {
  return page
    .getByRole('list', { name: 'What is heard' })
    .getByRole('listitem')
    .filter({
      has: page.getByRole('meter', { name: `Level: ${voice}` }),
    })
}
