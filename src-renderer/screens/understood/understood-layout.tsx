import { memo, type ReactNode } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { useShortcut } from '../../pieces/use-shortcut.ts'
import { useToNotes } from '../notes/use-to-notes.ts'
import { TabList, TabPanel, Tabs } from '../../pieces/tabs.tsx'
import { AskTab } from './ask-tab.tsx'
import { InsightsTab } from './insights-tab.tsx'
import { type Place, PlaceContext } from './place-context.ts'
import { SummaryTab } from './summary-tab.tsx'
import type { ChosenTab, TabId } from './use-tab.ts'
import { useSteady } from './use-steady.ts'

interface Props {
  readonly meeting: Meeting
  readonly tab: ChosenTab
  readonly place: Place
  /** The text, and what belongs to it. */
  readonly children: ReactNode
  /** What a person noted: below the rest where there is room, else a tab. */
  readonly notes: ReactNode
  /** Stays in view below the text, and below the other tabs where the text is one of them. */
  readonly foot?: ReactNode
  /** The foot reaches below the panel too, where that stands beside the text. */
  readonly footBelow?: boolean
}

/** The text of a meeting, and beside it (or as further tabs) what was understood of it. */
export function UnderstoodLayout({ meeting, tab, place, children, notes, foot, ...rest }: Props) {
  const { t } = useSpeech()
  const panel = t('understood.panel')
  const { isWide, shown, choose } = tab
  const footBelow = !isWide || rest.footBelow === true
  const box = useSteady()
  useShortcut('note', useToNotes(tab))
  const ids: readonly TabId[] = [
    ...(isWide ? [] : (['transcript'] as const)),
    'insights',
    'summary',
    'ask',
    ...(isWide ? [] : (['notes'] as const)),
  ]
  const row = (
    <TabList label={panel} tabs={ids.map((id) => ({ id, name: t(`understood.tabs.${id}`) }))} />
  )
  return (
    <PlaceContext value={place}>
      <Tabs chosen={shown} onChoose={choose} className="with-panel">
        {!isWide && row}
        {isWide ? (
          <div className="beside-text">
            {children}
            {!footBelow && foot}
          </div>
        ) : (
          <TabPanel id="transcript" className="tab-panel of-transcript">
            {children}
          </TabPanel>
        )}
        <aside
          className="understood"
          aria-label={panel}
          hidden={shown === 'transcript' || shown === 'notes'}
        >
          {isWide && row}
          <div className="understood-body" ref={box}>
            <UnderstoodTabs meeting={meeting} />
          </div>
          {isWide && <div className="notes-below">{notes}</div>}
        </aside>
        {!isWide && (
          <TabPanel id="notes" className="tab-panel of-notes">
            {notes}
          </TabPanel>
        )}
        {footBelow && foot}
      </Tabs>
    </PlaceContext>
  )
}

/** Not drawn anew with every letter that is looked for in the text. */
const UnderstoodTabs = memo(function UnderstoodTabs({ meeting }: { readonly meeting: Meeting }) {
  return (
    <>
      <TabPanel id="insights">
        <InsightsTab meeting={meeting} />
      </TabPanel>
      <TabPanel id="summary">
        <SummaryTab meeting={meeting} />
      </TabPanel>
      <TabPanel id="ask">
        <AskTab meeting={meeting} />
      </TabPanel>
    </>
  )
})
