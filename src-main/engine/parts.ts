/** The interfaces an engine is made from. `assemble.ts` is the only place that knows the real ones. */
import type { Device } from '#contract/device.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Source as SourceChoice } from '#contract/meeting.ts'
import type { Backend, SystemReport } from '#contract/system.ts'
import type { Recordings } from './audio/recording.ts'
import type { Source } from './audio/source.ts'
import type { OpenRing } from './keys/held-ring.ts'
import type { ModelFiles } from './model-files/model-files.ts'
import type { Uploads } from './library/uploads.ts'
import type { LanguageModel } from './language/language-model.ts'
import type { Network } from './network/network.ts'
import type { GraphicsUsage } from './performance/graphics-usage.ts'
import type { Computer } from './performance/measure-computer.ts'
import type { UsageMeter } from './performance/usage-meter.ts'
import type { LiveRules } from './recognition/live-rules.ts'
import type { Recognizer } from './recognition/recognizer.ts'
import type { Clock } from './runtime/clock.ts'
import type { Log } from './runtime/log.ts'
import type { LanguageIdentifier } from './spoken-language/identify-language.ts'
import type { KeptFiles } from './storage/kept-files.ts'
import type { BackupFolder } from './store/backup/backups.ts'
import type { DamageWatch } from './store/rescue/damage-watch.ts'
import type { Store } from './store/store.ts'
import type { OwnTemplates, ReadTemplates } from './summary/templates.ts'

/** Where meetings are kept: in the data folder, or nowhere for long. */
export interface Keeping {
  readonly store: Store
  readonly recordings: Recordings
  /**
   * Says that this program works on the meeting, until disposed or dead; null while another program
   * does. The meeting's recording must exist.
   */
  claim(meetingId: MeetingId): Disposable | null
}

/** How the data folder is kept from others. */
export interface FolderLock {
  /** Null where nothing can be written and nothing was ever encrypted. */
  readonly ring: OpenRing | null
  readonly textEncrypted: boolean
  /** Whether its mode keeps other users of this computer out; null where a mode does not tell. */
  isPrivate(): boolean | null
}

/** The microphones and outputs of this computer. */
export interface Devices {
  list(): Promise<Device[]>
  /** Tells all of them whenever one comes or goes, or another is the default; until the returned function is called. */
  watch(changed: (devices: readonly Device[]) => void): () => void
}

export interface Parts {
  readonly clock: Clock
  readonly log: Log
  readonly newId: () => string
  readonly keeping: Keeping
  readonly lock: FolderLock
  /** Keeps meetings until it is disposed; then nothing of them is left. */
  openScratch(): Promise<Keeping & AsyncDisposable>
  readonly devices: Devices
  openSource(choice: SourceChoice): Promise<Source>
  readonly recognizer: Recognizer
  readonly languageModel: LanguageModel
  readonly readTemplates: ReadTemplates
  /** Files that are sent here to become meetings. */
  readonly uploads: Uploads
  readonly ownTemplates: OwnTemplates
  /** When words of a live meeting are shown and settled. */
  readonly liveRules: LiveRules
  /** Pieces of files that are decoded side by side. */
  readonly fileLanes: number
  readonly modelFiles: ModelFiles
  readonly network: Network
  readonly keptFiles: KeptFiles
  readonly backups: BackupFolder
  readonly damage: DamageWatch
  /** Tries where models can run, and keeps what it finds. */
  probeBackends(again: boolean): Promise<Backend[]>
  /** Tells in which language a text is written. */
  loadLanguageIdentifier(): Promise<LanguageIdentifier>
  describeSystem(): Promise<SystemReport>
  /** What the program's processes use. */
  readonly usage: Pick<UsageMeter, 'read'>
  /** Begins to watch the graphics card. */
  followGraphics(): GraphicsUsage
  readonly computer: Computer
}
