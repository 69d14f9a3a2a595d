import { z } from 'zod'
import { ModelKind } from '#contract/model.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const facts = {
  /** Also the name of the model's folder on disk. `own-` is kept for files that people add. */
  id: z.string().regex(/^(?!own-)[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: ModelKind,
  name: z.string().min(1),
  /** The file's name on disk: one safe path segment on every system. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+-]*$/),
  bytes: z.int().positive().nullable(),
  /** Null: its makers published none, so it is pinned at the first download. */
  sha256: Sha256.nullable(),
  licence: z.string().nullable(),
  /** Codes, or the name of a set in `languageSets`. */
  languages: z.union([z.array(z.string()), z.string()]),
  quantisation: z.string().nullable(),
  runtime: z.string(),
  /** For people: what the model needs while it runs. */
  memory: z.string().nullable(),
  /** The same in bytes, as somebody who ran it states it. */
  runningBytes: z.int().positive().nullable().default(null),
  /** Memory of each token of context, as stated, or from its published layers and heads. */
  cacheBytesPerToken: z.int().positive().nullable().default(null),
  /** Writes its thoughts before it answers. */
  thinks: z.boolean().default(false),
  notes: z.string().nullable(),
}

/** Comes with the program; `path` is relative to the program's folder. */
const Bundled = z.strictObject({ ...facts, origin: z.literal('bundled'), path: z.string().min(1) })

/** Fetched when a person asks for it. */
const Remote = z.strictObject({
  ...facts,
  origin: z.literal('catalog'),
  url: z.url({ protocol: /^https?$/ }),
  mirrors: z.array(z.url({ protocol: /^https?$/ })),
  /** Its makers hand it out only to people who accepted the licence on the model page. */
  gated: z.boolean(),
})

const CatalogFile = z.strictObject({
  version: z.literal(1),
  languageSets: z.record(z.string(), z.array(z.string())),
  models: z.array(z.discriminatedUnion('origin', [Bundled, Remote])),
})

type Resolved<Entry> = Readonly<Omit<Entry, 'languages'>> & {
  readonly languages: readonly string[]
}

type BundledEntry = Resolved<z.infer<typeof Bundled>>
export type RemoteEntry = Resolved<z.infer<typeof Remote>>
export type CatalogEntry = BundledEntry | RemoteEntry

/** Every model the program knows, by id and in the order of the file. */
export type Catalog = ReadonlyMap<string, CatalogEntry>

/** Checks the content of `catalog.json` and names the first thing that is wrong with it. */
export function parseCatalog(value: unknown): Catalog {
  const { languageSets, models } = CatalogFile.parse(value)
  const catalog = new Map<string, CatalogEntry>()
  for (const entry of models) {
    if (catalog.has(entry.id)) throw new Error(`The catalogue lists ${entry.id} twice.`)
    const { languages: named } = entry
    const languages = typeof named === 'string' ? languageSets[named] : named
    if (!languages) throw new Error(`The catalogue has no language set ${String(named)}.`)
    catalog.set(entry.id, { ...entry, languages })
  }
  return catalog
}
