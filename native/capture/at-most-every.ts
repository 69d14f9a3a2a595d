/** Calls `told` at once, and again after `pauseMs` if it was called meanwhile: nothing is told too often or never. */
export function atMostEvery(
  pauseMs: number,
  told: () => void,
): { readonly call: () => void; readonly stop: () => void } {
  let pause: NodeJS.Timeout | null = null
  let isDue = false

  const tell = () => {
    isDue = false
    pause = setTimeout(() => {
      pause = null
      if (isDue) tell()
    }, pauseMs).unref()
    told()
  }
  return {
    call: () => {
      isDue = true
      if (pause === null) tell()
    },
    stop: () => {
      if (pause !== null) clearTimeout(pause)
      pause = null
      isDue = false
    },
  }
}
