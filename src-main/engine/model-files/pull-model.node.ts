/** Fetches one model of the catalogue and puts it in its place. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { Network } from '../network/network.ts'
import type { RemoteEntry } from './catalog.ts'
import { download, type Wait } from './download.node.ts'
import { onDisk } from './disk-failure.ts'
import { requireSpace, type FreeBytes } from './free-space.node.ts'
import { hashFile } from './hash-file.node.ts'
import type { PullProgress } from './model-files.ts'
import { partialFile, type PartialFile } from './partial-file.node.ts'
import type { Pins } from './pins.node.ts'
import { lockPull } from './pull-lock.node.ts'
import { sniffFile } from './read-head.node.ts'
import { replaceFile } from './replace-file.node.ts'
import { hostsOf } from './hosts.ts'
import { modelPage, sourcesOf, tokenFor, type Environment } from './sources.ts'
import { openTransfer } from './transfer.undici.ts'
import { sizeOf, type Shelved } from './model-shelf.node.ts'
import { lookAt, remember } from './vouch-for-model.node.ts'

export interface Pulling {
  readonly env: Environment
  readonly pins: Pins
  readonly wait: Wait
  readonly now: () => number
  readonly freeBytes: FreeBytes
  readonly idleMs: number
  readonly network: Pick<Network, 'open'>
}

interface Job {
  readonly entry: RemoteEntry
  readonly shelved: Shelved
  readonly signal: AbortSignal
  readonly tell: (progress: PullProgress) => void
}

export async function pullModel(parts: Pulling, job: Job): Promise<void> {
  const { entry, shelved } = job
  if (await isIntact(job)) return rememberIntact(parts.pins, shelved)
  await using _lock = await lockPull(shelved.path)
  await onDisk(() => mkdir(dirname(shelved.path), { recursive: true }))
  const part = partialFile(shelved.path)
  const sha256 = await fetchInto(part, parts, job)
  await pin(parts.pins, part, entry, sha256)
  await onDisk(() => replaceFile(part.path, shelved.path))
  await part.dropNote()
}

/** A damaged file is fetched anew; one that nothing can be said about stays. */
async function isIntact({ shelved, tell, signal }: Job): Promise<boolean> {
  const bytes = await sizeOf(shelved.path)
  if (bytes === null) return false
  if (shelved.sha256 === null) return true
  tell({ receivedBytes: bytes, totalBytes: bytes, phase: 'checking' })
  return (await hashFile(shelved.path, { signal })) === shelved.sha256
}

async function rememberIntact(pins: Pins, { model, path, sha256 }: Shelved): Promise<void> {
  if (sha256 !== null) await remember(pins, model.id, { sha256, ...(await lookAt(path)) })
}

async function fetchInto(part: PartialFile, parts: Pulling, job: Job): Promise<string> {
  const { entry, shelved, tell } = job
  const { env, wait, now, freeBytes, idleMs, network } = parts
  const sources = sourcesOf(entry, env)
  const needSpace = (bytes: number) => requireSpace(freeBytes, dirname(shelved.path), bytes)
  if (entry.bytes !== null) await needSpace(entry.bytes - (await part.held()).bytes)
  const isSecure = sources.some(({ protocol }) => protocol === 'https:')
  const hosts = hostsOf(entry, env)
  const closing = new AbortController()
  using _open = network.open(hosts, () => closing.abort())
  const signal = AbortSignal.any([job.signal, closing.signal])
  await using transfer = await openTransfer({ env, idleMs, isSecure, hosts })
  const sha256 = await download({
    sources,
    part,
    transfer,
    wait,
    now,
    signal,
    tell,
    sha256: shelved.sha256,
    wanted: {
      // The size of a file without a published hash was only ever an indication.
      expectedBytes: entry.sha256 === null ? null : entry.bytes,
      hashKnown: shelved.sha256 !== null,
      tokenFor: (url) => tokenFor(url, entry, env),
      refused: (host, status) => refusal({ entry, host, status, env }),
      requireSpace: needSpace,
    },
  })
  if (shelved.sha256 === null) await refuseNonsense(part, entry)
  return sha256
}

interface Refusal {
  readonly entry: RemoteEntry
  readonly host: string
  readonly status: number
  readonly env: Environment
}

function refusal({ entry, host, status, env }: Refusal): AppError {
  const remedy = env['HF_TOKEN']
    ? 'check that the account of HF_TOKEN has accepted it'
    : 'set HF_TOKEN to a token of your account'
  const sentence =
    `${host} does not hand out ${entry.name} (status ${status}). ` +
    `Accept its licence on ${modelPage(entry)} and ${remedy}.`
  return new AppError('download_failed', sentence)
}

/** Without a hash to compare with, at least a log-in page must not pass for a model. */
async function refuseNonsense(part: PartialFile, entry: RemoteEntry): Promise<void> {
  const sniffed = await sniffFile(part.path)
  if (sniffed.format !== 'other' || sniffed.looksLike === null) return
  await part.drop()
  const sentence = `What came instead of ${entry.name} is ${sniffed.looksLike}. It was thrown away.`
  throw new AppError('model_broken', sentence)
}

async function pin(pins: Pins, part: PartialFile, { id }: RemoteEntry, sha256: string) {
  const seen = await lookAt(part.path)
  await pins.change((pinned) => ({
    ...pinned,
    fetched: { ...pinned.fetched, [id]: { sha256, ...seen } },
  }))
}
