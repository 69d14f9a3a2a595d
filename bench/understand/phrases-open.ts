/** The open bank: rules may be written against it. */
import type { Bank } from './bank.ts'
import { phrasesOpenEn } from './phrases-open-en.ts'
import { phrasesOpenIt } from './phrases-open-it.ts'
import { subjectsOpenEn, subjectsOpenIt } from './subjects-open.ts'

export const openBank: Bank = {
  name: 'open',
  languages: {
    en: { phrases: phrasesOpenEn, subjects: subjectsOpenEn },
    it: { phrases: phrasesOpenIt, subjects: subjectsOpenIt },
  },
}
