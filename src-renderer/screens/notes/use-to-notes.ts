import { useCallback } from 'react'
import type { ChosenTab } from '../understood/use-tab.ts'
import { noteFieldId } from './note-field.tsx'

/** Brings whoever writes to the field for notes, also where that is on another tab. */
export function useToNotes({ isWide, choose }: Pick<ChosenTab, 'isWide' | 'choose'>): () => void {
  return useCallback(() => {
    if (!isWide) choose('notes')
    // It is there, but hidden until the tab is drawn.
    requestAnimationFrame(() => document.getElementById(noteFieldId)?.focus())
  }, [isWide, choose])
}
