import { useEffect, useState } from 'react'
import { recall, remember } from '../../client/memory.ts'

/** Sizes of the text that is read, as shares of the usual one. */
const sizes = [0.875, 1, 1.2, 1.45, 1.75, 2.1] as const
const usual = 1
const memoryKey = 'rtstt.liveTextSize'

/** How large the growing text is, as it was chosen here before. */
export function useTextSize() {
  const [step, setStep] = useState(() => {
    const known = Number.parseInt(recall(memoryKey) ?? '', 10)
    return sizes[known] === undefined ? usual : known
  })
  useEffect(() => remember(memoryKey, `${step}`), [step])
  return {
    scale: sizes[step] ?? 1,
    larger: step < sizes.length - 1 ? () => setStep(step + 1) : null,
    smaller: step > 0 ? () => setStep(step - 1) : null,
  }
}
