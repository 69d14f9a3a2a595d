import { fileURLToPath } from 'node:url'

/** Where the built page lies in a checkout. */
export const pageFolder: string = fileURLToPath(new URL('../out/page', import.meta.url))
