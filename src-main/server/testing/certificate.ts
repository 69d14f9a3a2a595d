/** Certificates for tests, made anew each time by openssl, so that no key lies in the project. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Why none can be made here; null where one can. */
export const certificateObstacle: string | null =
  spawnSync('openssl', ['version']).status === 0 ? null : 'openssl is not installed'

/** Makes one that vouches for itself, for `names` such as `DNS:desk.home`, and answers with its files. */
export function makeCertificate(folder: string, names: string, name = 'desk') {
  const [cert, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)]
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const what = ['-days', '2', '-subj', '/CN=test', '-addext', `subjectAltName=${names}`]
  const args = ['req', '-x509', ...kind, ...what, '-keyout', key, '-out', cert]
  const { status, stderr } = spawnSync('openssl', args)
  if (status !== 0) throw new Error(`openssl made no certificate: ${String(stderr)}`)
  return { cert, key }
}
