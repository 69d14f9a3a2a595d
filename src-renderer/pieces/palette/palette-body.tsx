import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { rankChoices } from '../../state/rank-choices.ts'
import { useSpeech } from '../app-context.ts'
import { type Choice, groups } from './choice.ts'
import { ChoiceList } from './choice-list.tsx'
import { useActs } from './use-acts.ts'
import { usePlaces } from './use-places.ts'
import { useSaid } from './use-said.ts'

/** So many of each group; of the meetings and settings only where something is typed, or few. */
const mostOfGroup = 8
const fewest = 3

interface Props {
  readonly onClose: () => void
  readonly onHelp: () => void
}

/** The field, and below it what fits; the field keeps the focus, the arrow keys choose. */
export function PaletteBody({ onClose, onHelp }: Props) {
  const { t } = useSpeech()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const said = useSaid(typed)
  const fitting = useFitting(typed, onHelp, said.choices)
  const chosen = Math.min(at, fitting.length - 1)
  const optionId = (index: number): string => `${listId}-${index}`
  useEffect(() => {
    document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' })
  })

  function choose(choice: Choice | undefined): void {
    if (!choice) return
    onClose()
    choice.act()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const last = fitting.length - 1
    const next = {
      ArrowDown: chosen === last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      PageDown: Math.min(last, chosen + mostOfGroup),
      PageUp: Math.max(0, chosen - mostOfGroup),
    }[event.key]
    if (next !== undefined) setAt(next)
    else if (event.key === 'Enter') choose(fitting[chosen])
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search className="size-5 flex-none text-quiet" aria-hidden="true" />
        <input
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded={fitting.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={fitting.length > 0 ? optionId(chosen) : undefined}
          placeholder={t('palette.hint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          className="min-h-13 min-w-0 flex-1 border-0 bg-transparent px-0 text-base outline-none"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ChoiceList
        id={listId}
        choices={fitting}
        chosen={chosen}
        optionId={optionId}
        onChoose={choose}
        onPoint={setAt}
      />
      <p role="status" className="px-4 py-2 text-small text-quiet empty:hidden">
        {said.searching
          ? t('palette.searching')
          : fitting.length === 0
            ? t('palette.nothing', { typed: typed.trim() })
            : t('palette.found', { count: fitting.length })}
      </p>
    </>
  )
}

function useFitting(typed: string, onHelp: () => void, said: readonly Choice[]): readonly Choice[] {
  const all = [...useActs(), ...usePlaces(onHelp)]
  const ranked = rankChoices(all, typed)
  const most = typed.trim() === '' ? fewest : mostOfGroup
  const few = (group: Choice['group']): readonly Choice[] => {
    const ofGroup = ranked.filter((choice) => choice.group === group)
    return ofGroup.slice(0, group === 'act' || group === 'go' ? mostOfGroup : most)
  }
  const byGroup = groups.map((group) => ({ group, choices: group === 'said' ? said : few(group) }))
  if (typed.trim() === '') return byGroup.flatMap(({ choices }) => choices)
  // What fits best stands first, with its group.
  const best = (choices: readonly Choice[]): number => {
    const [first] = choices
    const place = first ? ranked.indexOf(first) : -1
    return place < 0 ? Infinity : place
  }
  return byGroup
    .toSorted((a, b) => best(a.choices) - best(b.choices) || 0)
    .flatMap(({ choices }) => choices)
}
