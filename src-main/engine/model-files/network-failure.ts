/** Turns what the network throws into what a person can do about it. */

export interface NetworkFailure {
  /** Continues the sentence "The model could not be fetched from HOST: ...". */
  readonly reason: string
  /** Whether trying again can help. */
  readonly passes: boolean
}

const untrusted: readonly string[] = [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]

const silent: readonly string[] = [
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]

const cut: readonly string[] = [
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'EPROTO',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
]

const notFound: readonly string[] = ['ENOTFOUND', 'EAI_AGAIN']

export function networkFailure(error: unknown): NetworkFailure | null {
  const code = codeOf(error)
  if (code === null) return null
  if (silent.includes(code)) return { reason: 'nothing came for too long', passes: true }
  if (notFound.includes(code)) {
    return { reason: 'its name cannot be looked up (is this computer online?)', passes: true }
  }
  if (code === 'ECONNREFUSED') return { reason: 'the connection was refused', passes: true }
  if (untrusted.includes(code) || code.startsWith('CERT_') || code.startsWith('ERR_TLS_')) {
    const remedy = 'name the certificate of your network in NODE_EXTRA_CA_CERTS'
    return { reason: `its certificate is not trusted here (${code}); ${remedy}`, passes: false }
  }
  if (isProxyRefusal(error)) {
    const remedy = 'check HTTPS_PROXY, with user name and password where it wants them'
    return { reason: `the proxy refuses the connection; ${remedy}`, passes: false }
  }
  if (cut.includes(code) || code.startsWith('UND_ERR_') || code.startsWith('HPE_')) {
    return { reason: 'the connection was cut', passes: true }
  }
  return null
}

function isProxyRefusal(error: unknown): boolean {
  return error instanceof Error && /proxy response/i.test(error.message)
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}
