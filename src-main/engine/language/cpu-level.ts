/** Which of the CPU libraries this process has loaded, such as `haswell`; null while it has none. */
export function cpuLevel(): string | null {
  const { report } = process
  if (!report) return null
  // Looking up the names of open connections can take long, and there are none to tell about.
  Object.assign(report, { excludeNetwork: true })
  const { sharedObjects } = report.getReport() as { readonly sharedObjects?: readonly string[] }
  // The first one that was loaded computes.
  return levelOf(sharedObjects ?? [])
}

export function levelOf(libraries: readonly string[]): string | null {
  const levels = libraries.map((path) => /ggml-cpu-([a-z0-9]+)\.(?:so|dll)$/iu.exec(path)?.[1])
  return levels.find((level) => level !== undefined) ?? null
}
