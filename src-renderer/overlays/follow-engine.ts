/** What both small windows need: a link to the engine, and the state that is folded from it. */
import '../client/forbid-eval.ts'
import { keepLink, type Link } from '../client/keep-link.ts'
import { recall } from '../client/memory.ts'
import { openChannel } from '../client/open-channel.ts'
import { overlays as english } from '../texts/en/overlays.ts'
import { overlays as italian } from '../texts/it/overlays.ts'
import { chooseLanguage } from '../texts/languages.ts'
import { firstOverlayState, type OverlayState, receive, withMeeting } from './overlay-state.ts'

const language = chooseLanguage(recall('rtstt.language'), navigator.languages)
document.documentElement.lang = language

/** The texts of the small windows; they are loaded without those of all screens. */
export const texts = language === 'it' ? italian : english

/** Keeps the state and draws it, at most once a frame. */
export function followEngine(draw: (state: OverlayState) => void): Link {
  let state = firstOverlayState
  let frame = 0
  const change = (to: OverlayState): void => {
    if (to === state) return
    state = to
    frame ||= requestAnimationFrame(() => {
      frame = 0
      draw(state)
    })
  }
  const link = keepLink({
    open: openChannel,
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  })
  link.onPhase((phase) => {
    if (phase !== 'connected') return change({ ...withMeeting(state, null), link: 'lost' })
    change({ ...state, link: 'connected' })
    // Without an answer the link was lost again, and is being kept.
    void look(link).then(
      (to) => change(to(state)),
      () => {},
    )
  })
  link.onEvent((event) => change(receive(state, event)))
  draw(state)
  return link
}

async function look(link: Link): Promise<(state: OverlayState) => OverlayState> {
  const { captions } = await link.call('settings.read', {})
  const meetings = await link.call('meeting.list', {})
  const [meeting] = meetings
    .filter(({ state, imported }) => state === 'live' && !imported)
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
  if (!meeting) return (state) => ({ ...state, captions })
  const hearing = await link.call('meeting.hearing', { meetingId: meeting.id })
  const { segments } = await link.call('meeting.read', { meetingId: meeting.id })
  return (state) => ({ ...withMeeting(state, meeting, { hearing, segments }), captions })
}
