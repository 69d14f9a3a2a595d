/** What whoever asked gets instead of a connection. */
const refusalCode = 'ERR_NETWORK_CLOSED'

export function refusal(): Error {
  const error = new Error('RTSTT does not let its processes reach the network.')
  return Object.assign(error, { code: refusalCode })
}

/** Whether this is what stopped it, perhaps below what a library says. */
export function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === refusalCode) || isRefused(error.cause)
}
