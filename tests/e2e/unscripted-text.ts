import { notScripted } from './library-script.ts'

/** A text that nobody has changed and that cannot be; `editedMeeting` makes one that can. */
export const unscriptedText = {
  'meeting.refine': notScripted,
  'meeting.cancelRefining': notScripted,
  'meeting.refining': async () => null,
  'refusal.list': async () => [],
  'refusal.restore': notScripted,
  'segment.edit': notScripted,
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
