/** Plays the sound of one meeting: an audio element, and what the page wants to know of it. */

/** What is shown of a player. Its place changes at every frame, so it is asked for and told apart. */
export interface PlayerState {
  readonly playing: boolean
  readonly speed: number
  /** 0 to 1. */
  readonly volume: number
  readonly skipsSilence: boolean
  /** The sound could not be had when it was last wanted. */
  readonly failed: boolean
}

export interface SoundPlayer {
  readonly state: () => PlayerState
  readonly subscribe: (changed: () => void) => () => void
  /** Takes the element that plays; answers what lets it go. */
  readonly attach: (audio: HTMLAudioElement) => () => void
  readonly atMs: () => number
  /** Called with the place: at every frame while it plays, and whenever it is put elsewhere. */
  readonly onPlace: (tell: (atMs: number) => void) => () => void
  readonly playFrom: (atMs: number) => void
  readonly toggle: () => void
  readonly seek: (atMs: number) => void
  readonly step: (byMs: number) => void
  readonly change: (to: Partial<Pick<PlayerState, 'speed' | 'volume' | 'skipsSilence'>>) => void
  /** Says where to go on instead of a silent place; null where it is not silent. */
  readonly setSilences: (after: (atMs: number) => number | null) => void
}

export function createSoundPlayer(
  chosen: Pick<PlayerState, 'speed' | 'volume' | 'skipsSilence'>,
): SoundPlayer {
  let state: PlayerState = { playing: false, failed: false, ...chosen }
  let element: HTMLAudioElement | null = null
  let afterSilence: (atMs: number) => number | null = () => null
  const watchers = new Set<() => void>()
  const placeWatchers = new Set<(atMs: number) => void>()
  let frame = 0

  function change(to: Partial<PlayerState>): void {
    state = { ...state, ...to }
    if (element) dress(element, state)
    for (const tell of watchers) tell()
  }
  const atMs = (): number => (element?.currentTime ?? 0) * 1000
  function tellPlace(): void {
    const now = atMs()
    for (const tell of placeWatchers) tell(now)
  }
  function skip(): void {
    const to = state.skipsSilence && state.playing ? afterSilence(atMs()) : null
    if (to !== null) seek(to)
  }
  function run(): void {
    cancelAnimationFrame(frame)
    skip()
    tellPlace()
    if (state.playing) frame = requestAnimationFrame(run)
  }
  function seek(to: number): void {
    if (!element) return
    const endMs = Number.isFinite(element.duration) ? element.duration * 1000 : Infinity
    element.currentTime = Math.max(0, Math.min(to, endMs)) / 1000
    tellPlace()
  }
  function play(): void {
    if (element?.error) element.load()
    // Stopped again before it began, or not to be had; the latter is told by `error`.
    element?.play().catch(() => undefined)
  }

  function attach(audio: HTMLAudioElement): () => void {
    element = audio
    dress(audio, state)
    const stop = new AbortController()
    const on = (name: keyof HTMLMediaElementEventMap, act: () => void): void =>
      audio.addEventListener(name, act, { signal: stop.signal })
    on('play', () => {
      change({ playing: true, failed: false })
      run()
    })
    on('pause', () => change({ playing: false }))
    on('ended', () => change({ playing: false }))
    on('error', () => change({ playing: false, failed: true }))
    on('seeked', tellPlace)
    // In a hidden tab there are no frames.
    on('timeupdate', skip)
    return () => {
      stop.abort()
      cancelAnimationFrame(frame)
      audio.pause()
      element = null
      change({ playing: false })
    }
  }

  return {
    state: () => state,
    subscribe: (changed) => join(watchers, changed),
    attach,
    atMs,
    onPlace: (tell) => join(placeWatchers, tell),
    playFrom(to) {
      seek(to)
      play()
    },
    toggle: () => (state.playing ? element?.pause() : play()),
    seek,
    step: (byMs) => seek(atMs() + byMs),
    change,
    setSilences(after) {
      afterSilence = after
    },
  }
}

function dress(audio: HTMLAudioElement, { speed, volume }: PlayerState): void {
  audio.defaultPlaybackRate = speed
  audio.playbackRate = speed
  audio.volume = volume
}

function join<T>(all: Set<T>, one: T): () => void {
  all.add(one)
  return () => void all.delete(one)
}
