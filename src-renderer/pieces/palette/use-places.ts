import { go } from '../../state/navigation.ts'
import type { Route } from '../../state/route.ts'
import { places, sections } from '../../state/settings-index.ts'
import { shortDay } from '../../texts/format.ts'
import { useAppState, useSpeech } from '../app-context.ts'
import type { Choice } from './choice.ts'

const screens = [
  { name: 'live', route: { screen: 'live' } },
  { name: 'meetings', route: { screen: 'library', query: '' } },
  { name: 'performance', route: { screen: 'performance' } },
  { name: 'settings', route: { screen: 'settings', section: null } },
] as const satisfies readonly { name: string; route: Route }[]

/** The screens, the help, every meeting by its title, and every setting. */
export function usePlaces(onHelp: () => void): readonly Choice[] {
  const { t, locale } = useSpeech()
  const meetings = useAppState(({ library }) => library.meetings)
  const toSection = (section: string) => (): void => go({ screen: 'settings', section })
  return [
    ...screens.map(({ name, route }): Choice => {
      return { id: name, group: 'go', name: t(`frame.${name}`), act: () => go(route) }
    }),
    {
      id: 'welcome',
      group: 'go',
      name: t('welcome.again'),
      act: () => go({ screen: 'welcome' }),
    },
    { id: 'help', group: 'go', name: t('frame.shortcuts'), keys: '?', act: onHelp },
    ...meetings.map(({ id, title, startedAt }): Choice => {
      const act = (): void => go({ screen: 'meeting', meetingId: id, atMs: null, query: '' })
      return { id, group: 'meeting', name: title, beside: shortDay(startedAt, locale), act }
    }),
    ...sections.map((section): Choice => {
      const name = t(`settings.sections.${section}`)
      return { id: `in ${section}`, group: 'setting', name, act: toSection(section) }
    }),
    ...places.map(({ section, name }): Choice => {
      const said = { name: t(`settingItems.${name}.name`), also: t(`settingItems.${name}.hint`) }
      const beside = t(`settings.sections.${section}`)
      return { id: `set ${name}`, group: 'setting', ...said, beside, act: toSection(section) }
    }),
  ]
}
