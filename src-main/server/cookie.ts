export interface Cookie {
  readonly name: string
  readonly value: string
  readonly path: string
  readonly secure: boolean
}

/** The header that leaves a cookie in a browser until it is closed, for our own page and out of reach of scripts. */
export function setCookie({ name, value, path, secure }: Cookie): string {
  return `${name}=${value}; Path=${path}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}

/** Every value that was sent under a name: other ports of this computer can add cookies of their own. */
export function cookiesNamed(name: string, header: string | undefined): string[] {
  return (header ?? '')
    .split(';', mostCookies)
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}

const mostCookies = 100
