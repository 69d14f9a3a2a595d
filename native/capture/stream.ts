/** What capturing looks like from TypeScript; the addon in `src/` implements it, `capture.ts` opens it. */

/** `loopback` is what an output device plays. */
export type DeviceKind = 'microphone' | 'loopback'

export interface CaptureDevice {
  /** The operating system's own id of the endpoint: the same after a restart. */
  readonly id: string
  readonly kind: DeviceKind
  /** As the operating system shows it to people. */
  readonly name: string
  readonly isDefault: boolean
  /** Windows keeps a second default for calls; elsewhere it is the same as `isDefault`. */
  readonly isDefaultForCalls: boolean
  /** The format the device runs at; null where it does not tell. */
  readonly sampleRate: number | null
  readonly channels: number | null
  /** Such as `s16` or `f32`; null where it does not tell. */
  readonly sampleFormat: string | null
}

/** Why a stream could not be opened, or ended by itself. */
export type CaptureReason =
  | 'no_device'
  | 'unknown_device'
  | 'device_lost'
  | 'format_changed'
  | 'device_in_use'
  | 'permission_denied'
  | 'server_unreachable'
  | 'unsupported_format'
  | 'failed'

export interface StreamRequest {
  readonly kind: DeviceKind
  /** Null: the system's default at this moment. The stream stays on it; following is the caller's business. */
  readonly deviceId: string | null
  /**
   * Loopback only, with `deviceId` null: hear everything that is played, on any output device, except what this
   * program's processes play. Where the system cannot, the default device is heard instead, and `scope` says so.
   */
  readonly excludeOwnProcess: boolean
  /** How much sound is kept while nobody takes it, in milliseconds. */
  readonly ringMs: number
}

/** What a stream tells, in the order in which it was heard. `deviceMs` is on the clock of `process.hrtime`, in milliseconds. */
export type Delivery =
  | {
      readonly type: 'samples'
      /** All channels averaged into one, full scale at ±1; owned by the receiver. About 10 ms. */
      readonly samples: Float32Array
      /** When the device heard the first of them. */
      readonly deviceMs: number
      /** The device said that sound is missing before these samples. */
      readonly discontinuity: boolean
    }
  /** So many samples were lost here because nobody took them in time. */
  | { readonly type: 'overrun'; readonly length: number }
  /** The last delivery, unless the stream was closed by its owner. */
  | { readonly type: 'ended'; readonly reason: CaptureReason; readonly detail: string }

export interface CaptureStream {
  /** What is really heard. */
  readonly device: CaptureDevice
  /** `everything`: all output devices but our own sound; `device`: that device alone. */
  readonly scope: 'device' | 'everything'
  /** Of the samples that are delivered. */
  readonly sampleRate: number
  /** Of the device, before they were averaged. */
  readonly channels: number
  /** Can be iterated once; ends after `ended` or `close`. */
  readonly deliveries: AsyncIterable<Delivery>
  /** Resolves when the device is free again. */
  close(): Promise<void>
}

/** The loudest sample a device has metered by itself since the last look: independent of any stream of ours. */
export interface DevicePeak {
  readonly deviceId: string
  /** 0 to 1. */
  readonly peak: number
}

/** A connection to the sound system of this computer. */
export interface Capture {
  devices(): Promise<CaptureDevice[]>
  /** Fails with a `CaptureError`. */
  open(request: StreamRequest): Promise<CaptureStream>
  /**
   * Tells that devices came, went, or that a default changed; gathered, at most a few times a second. Also
   * tells when the sound server went away or came back. Returns what ends it.
   */
  watch(changed: () => void): () => void
  /** The devices' own meters, of those devices of this kind that can be metered. The first look may start the meters and see nothing. */
  peaks(kind: DeviceKind): Promise<DevicePeak[]>
  /** Ends all streams. */
  close(): Promise<void>
}

/** Capturing failed for a reason that the caller can act on. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError'
  readonly reason: CaptureReason

  constructor(reason: CaptureReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}
