import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { go } from '../state/navigation.ts'
import { useApp, useSpeech } from './app-context.ts'

/** Files that are dropped anywhere on the page, or pasted, become meetings. */
export function DropFiles() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const over = useFiles((files) => {
    go({ screen: 'library', query: '' })
    void actions.importFiles(files)
  })
  if (!over) return null
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-veil p-4">
      <div className="grid justify-items-center gap-2 rounded-large border-2 border-dashed border-accent bg-raised px-10 py-8 text-center shadow-raised">
        <FileUp className="size-8 text-accent" strokeWidth={1.5} aria-hidden="true" />
        <p className="text-title font-semibold">{t('imports.drop')}</p>
        <p className="text-quiet">{t('imports.dropHint')}</p>
      </div>
    </div>
  )
}

/** Whether files hang over the page; whoever drops or pastes them gives them away. */
function useFiles(take: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    // Each element below says that the pointer came and went: what counts is whether the last one was left.
    let depth = 0
    const stop = new AbortController()
    const on = <T extends 'dragenter' | 'dragover' | 'dragleave' | 'drop' | 'paste'>(
      type: T,
      listener: (event: DocumentEventMap[T]) => void,
    ): void => document.addEventListener(type, listener, { signal: stop.signal })
    on('dragenter', (event) => {
      if (!holdsFiles(event.dataTransfer)) return
      depth += 1
      setOver(true)
    })
    on('dragover', (event) => {
      // Without this a drop would open the file in the place of the page.
      if (holdsFiles(event.dataTransfer)) event.preventDefault()
    })
    on('dragleave', (event) => {
      if (!holdsFiles(event.dataTransfer)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    })
    on('drop', (event) => {
      if (!holdsFiles(event.dataTransfer)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      give(event.dataTransfer)
    })
    on('paste', (event) => {
      if (!holdsFiles(event.clipboardData)) return
      event.preventDefault()
      give(event.clipboardData)
    })
    function give(carried: DataTransfer | null): void {
      const files = [...(carried?.files ?? [])]
      if (files.length > 0) latest.current(files)
    }
    return () => stop.abort()
  }, [])
  return over
}

function holdsFiles(carried: DataTransfer | null): boolean {
  return carried !== null && carried.types.includes('Files')
}
