/** Milliseconds of the clock by which devices tell when they heard something; it never jumps, whatever is set. */
export function steadyMs(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1000 + nanoseconds / 1e6
}
