/** Which model files end the process again and again in this run, so that they are not tried forever. */
export interface CrashRecord {
  /** Whether this file, as it is now, has failed too often. */
  isGivenUp(modelPath: string): boolean
  failed(modelPath: string): void
  worked(modelPath: string): void
}

/** Requests in a row that failed although each was tried twice. */
const mostFailures = 2

/** `identify` tells one content of a file from another. */
export function crashRecord(identify: (path: string) => string | null): CrashRecord {
  const failures = new Map<string, { readonly file: string | null; readonly count: number }>()
  const of = (path: string): number => {
    const known = failures.get(path)
    return known && known.file === identify(path) ? known.count : 0
  }
  return {
    isGivenUp: (path) => of(path) >= mostFailures,
    failed: (path) => failures.set(path, { file: identify(path), count: of(path) + 1 }),
    worked: (path) => failures.delete(path),
  }
}
