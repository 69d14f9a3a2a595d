import { Menu as Base } from '@base-ui/react/menu'
import { Combine, Pencil, Play, SquareSplitHorizontal, UserRound } from 'lucide-react'
import type { Segment } from '#contract/transcript.ts'
import { useApp, useSpeech } from '../../../pieces/app-context.ts'
import { MenuItem, MenuLine } from '../../../pieces/menu.tsx'
import { besideLook } from '../../../pieces/over-look.ts'
import { usePlayer } from '../player/player-context.ts'
import { begin, type Editing, type MenuPlace, useEditingState } from './editing-store.ts'
import { focusSegment, wordAt } from './segment-place.ts'
import { neighbourBefore } from './use-neighbour.ts'

interface Props {
  readonly editing: Editing
  readonly segments: readonly Segment[]
}

/** What can be done with one segment. */
export function SegmentMenu({ editing, segments }: Props) {
  const menu = useEditingState((state) => state.menu)
  const segment = segments.find(({ id }) => id === menu?.id)
  return (
    <Base.Root
      open={menu !== null && segment !== undefined}
      onOpenChange={(open) => !open && editing.store.setState({ menu: null })}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={menu?.beside ?? null}
          sideOffset={4}
          align="start"
          className="z-50 outline-none"
        >
          <Base.Popup
            data-over
            className={`${besideLook} min-w-56 p-1`}
            finalFocus={() => (menu?.beside instanceof HTMLElement ? menu.beside : null)}
          >
            {menu && segment && (
              <Items editing={editing} segments={segments} segment={segment} menu={menu} />
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface ItemsProps extends Props {
  readonly segment: Segment
  readonly menu: MenuPlace
}

function Items({ editing: { store, meetingId }, segments, segment, menu }: ItemsProps) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const player = usePlayer()
  const before = neighbourBefore(segments, segment)
  const word = menu.character > 0 ? wordAt(segment.text, menu.character) : ''

  async function split(): Promise<void> {
    const at = { character: menu.character }
    const input = { meetingId, segmentId: segment.id, at, text: null }
    const parts = await actions.editOrTell('segment.split', input)
    if (parts?.[1]) focusLater(parts[1].id)
  }
  async function join(to: Segment): Promise<void> {
    const segmentIds = [to.id, segment.id]
    const joined = await actions.editOrTell('segment.merge', { meetingId, segmentIds })
    if (joined) focusLater(joined.id)
  }
  function name(): void {
    const { track, speaker, id } = segment
    const voice = { track, speaker, segmentIds: [id], beside: menu.beside, where: 'here' } as const
    store.setState({ menu: null, voice })
  }

  return (
    <>
      {player && (
        <MenuItem icon={Play} onChoose={() => player.playFrom(segment.startMs)}>
          {t('editing.hear')}
        </MenuItem>
      )}
      <MenuItem icon={Pencil} onChoose={() => begin(store, segment, menu.character)}>
        {t('editing.edit')}
      </MenuItem>
      <MenuItem icon={UserRound} onChoose={name}>
        {t('editing.speaker')}
      </MenuItem>
      <MenuLine />
      {word !== '' && (
        <MenuItem icon={SquareSplitHorizontal} onChoose={() => void split()}>
          <span>
            {t('editing.splitBefore', { word: word.length > 24 ? `${word.slice(0, 23)}…` : word })}
          </span>
        </MenuItem>
      )}
      <MenuItem
        icon={Combine}
        disabled={before === null}
        onChoose={() => before && void join(before)}
      >
        {t('editing.join')}
      </MenuItem>
    </>
  )
}

/** When the rows are drawn as they are now. */
function focusLater(id: Segment['id']): void {
  requestAnimationFrame(() => focusSegment(id))
}
