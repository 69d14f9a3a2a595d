import type { Bench } from './figures.ts'

interface RivalWishes {
  readonly cli: string | null
  readonly stream: string | null
  readonly model: string | null
}

export async function benchRivals(_files: readonly string[], _wishes: RivalWishes): Promise<Bench> {
  throw new Error('soon')
}
