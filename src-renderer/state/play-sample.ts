import type { Actions } from './actions.ts'

/** Plays the meeting that comes with the program, read by the model that does; answers why that does not work, or null. */
export async function playSample(
  actions: Pick<Actions, 'request'>,
  title: string,
): Promise<string | null> {
  const answer = await actions.request('meeting.start', {
    source: { kind: 'sample' },
    title,
    model: 'test-speech-en',
    language: 'en',
    stopAfterSilenceMs: null,
    finalPass: 'off',
    vocabulary: [],
  })
  return 'problem' in answer ? answer.problem : null
}
