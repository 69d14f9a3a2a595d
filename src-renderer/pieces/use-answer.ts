import { useCallback, useEffect, useState } from 'react'
import type { CommandInput, CommandName, CommandOutput } from '#contract/commands.ts'
import { useApp, useAppState } from './app-context.ts'

interface Asked<T> {
  readonly value: T | null
  readonly problem: string | null
  readonly again: () => Promise<void>
}

/** What the engine answers as soon as it can be asked, and again after `again`; `input` must stay the same object. */
export function useAnswer<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
): Asked<CommandOutput<N>> {
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const [value, setValue] = useState<CommandOutput<N> | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const again = useCallback(
    () =>
      actions.request(name, input).then((answer) => {
        if ('problem' in answer) return setProblem(answer.problem)
        setProblem(null)
        setValue(answer.value)
      }),
    [actions, name, input],
  )
  useEffect(() => {
    if (connected) void again()
  }, [connected, again])
  return { value, problem, again }
}
