import type { Tried } from './trials.ts'
export async function baits(): Promise<Tried> {
  return { fault: 'baits', tried: 1, broken: [] }
}
