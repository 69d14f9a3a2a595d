/** The keyboard of the whole computer, where the system lets a program ask for it. */
export interface Keyboard {
  /** Whether a key is held at this moment, by its number. */
  isDown(virtualKey: number): boolean
  /** Presses the keys that paste, in whatever program has the cursor; false where that one takes no keys from us. */
  paste(): boolean
}
