/** A certificate with its key, for a server that other computers reach. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { AppError } from '#contract/errors.ts'

export interface Tls {
  readonly cert: Buffer
  readonly key: Buffer
  /** Whether the certificate is for this name or address. */
  isFor(name: string): boolean
  /** A name that it is for, to be shown to people; null where it has none that is whole. */
  readonly name: string | null
}

/** Reads both from PEM files, and says what is wrong with them before anybody connects. */
export function readTls(certPath: string, keyPath: string, nowMs: number = Date.now()): Tls {
  const cert = readPem(certPath, 'certificate')
  const key = readPem(keyPath, 'key')
  const { mode } = statSync(keyPath)
  // On Windows an access list says who may read; the mode says nothing.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw wrong(
      `Other users may read the key ${keyPath}. Keep it to yourself: chmod 600 ${keyPath}`,
    )
  const certificate = parsed(() => new X509Certificate(cert))
  if (!certificate) throw wrong(`${certPath} holds no certificate as PEM text.`)
  if (!certificate.checkPrivateKey(keyOf(key, keyPath)))
    throw wrong(`The key ${keyPath} does not belong to the certificate ${certPath}.`)
  if (nowMs > Date.parse(certificate.validTo) || nowMs < Date.parse(certificate.validFrom))
    throw wrong(
      `The certificate ${certPath} is valid from ${certificate.validFrom} to ${certificate.validTo}. Get a new one.`,
    )
  return {
    cert,
    key,
    isFor: (name) => isFor(certificate, name),
    name: firstName(certificate.subjectAltName ?? ''),
  }
}

function isFor(certificate: X509Certificate, name: string): boolean {
  const bare = name.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  if (isIP(bare) > 0) return certificate.checkIP(bare) !== undefined
  return certificate.checkHost(bare, { subject: 'never' }) !== undefined
}

/** Such as `DNS:*.home, DNS:desk.home, IP Address:192.168.1.4`. */
function firstName(names: string): string | null {
  return /(?:DNS|IP Address):([\w.:-]+)/.exec(names.replaceAll(/DNS:\*[^,]*/g, ''))?.[1] ?? null
}

function keyOf(pem: Buffer, path: string): KeyObject {
  const key = parsed(() => createPrivateKey(pem))
  if (key) return key
  if (pem.includes('ENCRYPTED'))
    throw wrong(
      `The key ${path} is locked with a passphrase. Give one that is not: openssl pkey -in ${path} -out open.key`,
    )
  throw wrong(`${path} holds no key as PEM text.`)
}

function readPem(path: string, what: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new AppError('file_missing', `The ${what} ${path} cannot be read.`, { cause: error })
  }
}

/** What is written wrong is told by its callers in words; the reason of the library says nothing to people. */
function parsed<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

function wrong(sentence: string): AppError {
  return new AppError('invalid_input', sentence)
}
