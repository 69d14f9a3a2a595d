/** 256 bits as 24 English words (BIP-39), of which the last one also tells a mistake. */
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { KEY_BYTES } from './seal.ts'

export function toWords(entropy: Uint8Array): string[] {
  return entropyToMnemonic(entropy, wordlist).split(' ')
}

/** Null for what is no recovery phrase; numbers, capitals and line ends between words do not matter. */
export function fromWords(typed: string): Uint8Array | null {
  const words = typed.toLowerCase().match(/[a-z]+/g) ?? []
  try {
    const entropy = mnemonicToEntropy(words.join(' '), wordlist)
    return entropy.length === KEY_BYTES ? entropy : null
  } catch {
    return null
  }
}
