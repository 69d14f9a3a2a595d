/** A sound file as the import reads it: a stream of decoded blocks at the file's own rate. */

export interface DecodedBlock {
  /** When the block begins, in seconds of the file's own time. */
  readonly atSeconds: number
  readonly sampleRate: number
  /** One array per channel, all of one length. */
  readonly channels: readonly Float32Array[]
}

export type DecoderEvent =
  | { readonly type: 'block'; readonly block: DecodedBlock }
  /** The file ends before it should; `missingSeconds` is null when nobody knows how much is lost. */
  | { readonly type: 'cut_short'; readonly missingSeconds: number | null }

export interface Decoder extends AsyncDisposable {
  /** The kind of sound, such as `wav` or `mp3`. */
  readonly kind: string
  readonly channels: number
  readonly sampleRate: number
  /** What the file says of its length; null when it does not. */
  readonly totalSeconds: number | null
  /** In the order of time; can be read once. */
  events(): AsyncGenerator<DecoderEvent>
}
