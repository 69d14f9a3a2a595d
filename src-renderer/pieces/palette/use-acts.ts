import { changeAppearance } from '../../client/dress-page.ts'
import { themes } from '../../state/appearance.ts'
import { liveMeeting } from '../../state/library.ts'
import { go } from '../../state/navigation.ts'
import { playSample } from '../../state/play-sample.ts'
import { keysOf, type ShortcutId, shortcuts } from '../../state/shortcuts.ts'
import { isPageLanguage, languages } from '../../texts/languages.ts'
import { useApp, useAppState, useSpeech } from '../app-context.ts'
import { actOf, useOffers } from '../offers.ts'
import type { Choice } from './choice.ts'

/** Keys that only move about within the page; the palette has its own lines for that. */
const moving: readonly ShortcutId[] = ['palette', 'search', 'back', 'help']

/** What can be done now: what the screen offers, and what can be done to a running recording from everywhere. */
export function useActs(): readonly Choice[] {
  const { t, speak } = useSpeech()
  const running = useRunning()
  const offers = useOffers()
  const byKeys = shortcuts
    .filter(({ id }) => !moving.includes(id))
    .flatMap(({ id, keys }): Choice[] => {
      const act = actOf(id)
      return act ? [{ id, group: 'act', name: t(`frame.shortcutNames.${id}`), keys, act }] : []
    })
  const known = new Set(byKeys.map(({ id }) => id))
  const offered = offers.map(({ name, act }): Choice => ({
    id: `offer ${name}`,
    group: 'act',
    name,
    act,
  }))
  const looks = themes.map((theme): Choice => {
    const name = t('palette.theme', { name: t(`frame.themes.${theme}`) })
    return { id: `theme ${theme}`, group: 'act', name, act: () => changeAppearance({ theme }) }
  })
  const tongues = Object.entries(languages).map(([code, language]): Choice => {
    const act = (): void => void (isPageLanguage(code) && speak(code))
    return { id: `speak ${code}`, group: 'act', name: t('palette.speak', { name: language }), act }
  })
  return [
    ...byKeys,
    ...running.filter(({ id }) => !known.has(id)),
    ...offered,
    ...looks,
    ...tongues,
  ]
}

function useRunning(): readonly Choice[] {
  const { t } = useSpeech()
  const { actions } = useApp()
  const live = useAppState(({ library }) => liveMeeting(library))
  const hearing = useAppState(({ hearings }) => (live ? hearings[live.id]?.hearing : null))
  const connected = useAppState(({ link }) => link === 'connected')
  if (!connected) return []
  if (!live) {
    const sample = async (): Promise<void> => {
      const problem = await playSample(actions, t('welcome.begin.sampleTitle'))
      if (problem === null) go({ screen: 'live' })
    }
    return [{ id: 'sample', group: 'act', name: t('palette.sample'), act: () => void sample() }]
  }
  const { id } = live
  const stop: Choice = {
    id: 'stop',
    group: 'act',
    name: t('palette.stop'),
    act: () => void actions.stop(id),
  }
  if (!hearing) return [stop]
  const { paused, microphoneMuted } = hearing
  return [
    {
      id: 'pause',
      group: 'act',
      name: t(paused ? 'palette.resume' : 'palette.pause'),
      keys: keysOf('pause'),
      act: () => void (paused ? actions.resume(id) : actions.pause(id)),
    },
    {
      id: 'mute',
      group: 'act',
      name: t(microphoneMuted ? 'palette.unmute' : 'palette.mute'),
      keys: keysOf('mute'),
      act: () => void actions.mute(id, !microphoneMuted),
    },
    stop,
  ]
}
