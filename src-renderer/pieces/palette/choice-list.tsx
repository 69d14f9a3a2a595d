import { useSpeech } from '../app-context.ts'
import { FoundText } from '../found-text.tsx'
import { Kbd } from '../kbd.tsx'
import type { Choice } from './choice.ts'

interface Props {
  readonly id: string
  readonly choices: readonly Choice[]
  readonly chosen: number
  readonly optionId: (index: number) => string
  readonly onChoose: (choice: Choice) => void
  readonly onPoint: (index: number) => void
}

/** The choices by group; the focus stays in the field above. */
export function ChoiceList({ id, choices, chosen, optionId, onChoose, onPoint }: Props) {
  const { t } = useSpeech()
  const shown = [...new Set(choices.map(({ group }) => group))]
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('palette.title')}
      className="min-h-0 flex-1 overflow-y-auto p-2"
    >
      {shown.map((group) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <p id={`${id}-${group}`} className="px-3 pt-2 pb-1 text-small text-quiet">
            {t(`palette.groups.${group}`)}
          </p>
          {choices.map((choice, index) =>
            choice.group === group ? (
              <Option
                key={choice.id}
                id={optionId(index)}
                choice={choice}
                chosen={index === chosen}
                onChoose={() => onChoose(choice)}
                onPoint={() => onPoint(index)}
              />
            ) : null,
          )}
        </div>
      ))}
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly choice: Choice
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly onPoint: () => void
}

function Option({ id, choice, chosen, onChoose, onPoint }: OptionProps) {
  const { name, pieces, beside, keys } = choice
  return (
    // The keyboard is the field's: it says which option is chosen.
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-small px-3 py-1.5 text-base select-none aria-selected:bg-accent-ground aria-selected:outline-1 aria-selected:-outline-offset-1 aria-selected:outline-accent"
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="line-clamp-2 min-w-0 flex-1 wrap-anywhere">
        {pieces ? <FoundText pieces={pieces} /> : name}
      </span>
      {beside && <span className="max-w-2/5 truncate text-small text-quiet">{beside}</span>}
      {keys && <Kbd keys={keys} />}
    </div>
  )
}
