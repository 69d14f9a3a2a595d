/** What a hand-driven engine answers about editing: nothing was done yet, and nothing can be. */
import type { EngineApi } from '#contract/commands.ts'

type Edit =
  | `edit.${'undo' | 'redo' | 'state' | 'list' | 'revert'}`
  | `segment.${'split' | 'merge' | 'assign'}`
  | `speaker.${'list' | 'rename'}`
  | `text.${'find' | 'replace'}`

export function editScript(notScripted: () => Promise<never>): Pick<EngineApi, Edit> {
  return {
    'segment.split': notScripted,
    'segment.merge': notScripted,
    'segment.assign': notScripted,
    'speaker.list': async () => [],
    'speaker.rename': notScripted,
    'text.find': notScripted,
    'text.replace': notScripted,
    'edit.undo': notScripted,
    'edit.redo': notScripted,
    'edit.state': async () => ({ undo: null, redo: null }),
    'edit.list': async () => [],
    'edit.revert': notScripted,
  }
}
