/** What is being edited of the open meeting; kept apart from the rows, which come and go while one scrolls. */
import { createContext, use } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'

export interface Edited {
  readonly id: SegmentId
  /** As it was when editing began. */
  readonly from: string
  readonly draft: string
  /** Where the cursor is at first, in characters. */
  readonly caret: number
  /** Why it could not be saved. */
  readonly problem: string | null
}

/** Whose voice is being named, beside which element. */
export interface NamedVoice {
  readonly track: Segment['track']
  readonly speaker: string | null
  readonly segmentIds: readonly SegmentId[]
  readonly beside: Element
  /** What is offered first. */
  readonly where: 'everywhere' | 'here'
}

/** Of which segment the menu is open. `character`: where somebody pointed in its text. */
export interface MenuPlace {
  readonly id: SegmentId
  readonly character: number
  readonly beside: Element
}

export interface EditingState {
  readonly edited: Edited | null
  readonly voice: NamedVoice | null
  readonly menu: MenuPlace | null
  readonly replacing: boolean
  readonly historyOpen: boolean
}

export type EditingStore = StoreApi<EditingState>

export function createEditing(): EditingStore {
  return createStore<EditingState>(() => ({
    edited: null,
    voice: null,
    menu: null,
    replacing: false,
    historyOpen: false,
  }))
}

export interface Editing {
  readonly meetingId: MeetingId
  readonly store: EditingStore
}

/** Null where the text can only be read. */
export const EditingContext = createContext<Editing | null>(null)

export function useEditing(): Editing | null {
  return use(EditingContext)
}

const none = createEditing()

/** A part of what is being edited; draws anew only when that part changes. */
export function useEditingState<T>(select: (state: EditingState) => T): T {
  return useStore(use(EditingContext)?.store ?? none, select)
}

export function begin(store: EditingStore, { id, text }: Segment, caret: number): void {
  store.setState({ edited: { id, from: text, draft: text, caret, problem: null }, menu: null })
}
