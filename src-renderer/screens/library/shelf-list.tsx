import { Folder, FolderPen, LibraryBig, type LucideIcon, Tag, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { IconButton } from '../../pieces/icon-button.tsx'
import { addressOf } from '../../state/route.ts'
import { type Counted, isSameShelf, type Shelf, shelvesOf } from '../../state/shelf.ts'
import { RenameFolder } from './rename-folder.tsx'

/** All meetings, each folder and tag with how many are in it, and the trash; where one is, the address says. */
export function ShelfList({ shelf }: { readonly shelf: Shelf | null }) {
  const { t, locale } = useSpeech()
  const meetings = useAppState(({ library }) => library.meetings)
  const { folders, tags } = shelvesOf(meetings, locale)
  const [renaming, setRenaming] = useState<string | null>(null)
  return (
    <nav
      aria-label={t('library.shelves')}
      className="flex min-w-0 gap-1 overflow-x-auto p-1 lg:sticky lg:top-(--top,0px) lg:max-h-[calc(100dvh-var(--top,0px))] lg:flex-col lg:self-start lg:overflow-y-auto lg:pt-4"
    >
      <Entry icon={LibraryBig} to={null} shelf={shelf} name={t('library.all')} />
      <Group kind="folder" icon={Folder} all={folders} shelf={shelf} onRename={setRenaming} />
      <Group kind="tag" icon={Tag} all={tags} shelf={shelf} />
      <Entry icon={Trash2} to={{ kind: 'trash' }} shelf={shelf} name={t('library.trash')} />
      {renaming !== null && <RenameFolder from={renaming} onClose={() => setRenaming(null)} />}
    </nav>
  )
}

interface GroupProps {
  readonly kind: 'folder' | 'tag'
  readonly icon: LucideIcon
  readonly all: readonly Counted[]
  readonly shelf: Shelf | null
  readonly onRename?: (folder: string) => void
}

function Group({ kind, icon, all, shelf, onRename }: GroupProps) {
  const { t } = useSpeech()
  if (all.length === 0) return null
  const title = t(kind === 'folder' ? 'library.folders' : 'library.tags')
  return (
    <>
      <h2 className="hidden px-3 pt-4 pb-1 text-small font-semibold text-quiet lg:block">
        {title}
      </h2>
      <ul aria-label={title} className="flex gap-1 lg:flex-col">
        {all.map(({ name, count }) => {
          const to: Shelf = { kind, name }
          return (
            <li key={name} className="flex flex-none items-center lg:min-w-0">
              <Entry icon={icon} to={to} shelf={shelf} name={name} count={count} />
              {onRename && isSameShelf(to, shelf) && (
                <IconButton
                  icon={FolderPen}
                  size="small"
                  name={t('library.renameFolder')}
                  onClick={() => onRename(name)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

interface EntryProps {
  readonly icon: LucideIcon
  readonly to: Shelf | null
  readonly shelf: Shelf | null
  readonly name: string
  readonly count?: number
}

function Entry({ icon: Icon, to, shelf, name, count }: EntryProps) {
  return (
    <a
      href={addressOf({ screen: 'library', query: '', ...(to && { shelf: to }) })}
      aria-current={isSameShelf(to, shelf) ? 'page' : undefined}
      className="flex min-h-9 min-w-0 flex-none items-center lg:flex-1 gap-2.5 rounded-round px-3 text-label text-quiet no-underline hover:bg-accent-ground hover:text-ink aria-[current=page]:bg-accent-ground aria-[current=page]:font-semibold aria-[current=page]:text-ink"
    >
      <Icon className="size-4.5 flex-none" strokeWidth={1.75} aria-hidden="true" />
      <span dir="auto" className="max-w-48 truncate lg:flex-1">
        {name}
      </span>
      {count !== undefined && <span className="text-small font-normal tabular-nums">{count}</span>}
    </a>
  )
}
