import type { ModelCheck } from '#contract/model.ts'
import { hashFile } from './hash-file.node.ts'
import type { Shelf, Shelved } from './model-shelf.node.ts'

/** Reads every present model from the first byte to the last. */
export async function verifyModels(shelf: Shelf): Promise<readonly ModelCheck[]> {
  const checks: ModelCheck[] = []
  for (const shelved of await shelf.all()) {
    if (shelved.model.state === 'present') checks.push(await verify(shelved))
  }
  return checks
}

async function verify({ model, path, sha256 }: Shelved): Promise<ModelCheck> {
  const { id, name, origin, hash } = model
  if (sha256 === null) {
    const detail = `Nobody published a hash of ${name}, and it was not fetched by this program.`
    return { id, verdict: 'unverifiable', detail }
  }
  if ((await hashFile(path)) !== sha256) {
    return { id, verdict: 'damaged', detail: `The file has changed. ${remedies[origin](id)}` }
  }
  const detail =
    hash === 'published'
      ? 'The file is what its makers published.'
      : 'The file is as it was when it came here.'
  return { id, verdict: 'intact', detail }
}

const remedies = {
  bundled: () => 'Install RTSTT again.',
  catalog: (id: string) => `Fetch it again with: rtstt models pull ${id}`,
  added: (id: string) => `Remove it with: rtstt models remove ${id} - and add it again.`,
} as const
