/** The held-out bank: rules are measured on it, and nobody writes a rule against it. */
import type { Bank } from './bank.ts'
import { phrasesHeldOutEn } from './phrases-held-out-en.ts'
import { phrasesHeldOutIt } from './phrases-held-out-it.ts'
import { subjectsHeldOutEn, subjectsHeldOutIt } from './subjects-held-out.ts'

export const heldOutBank: Bank = {
  name: 'held-out',
  languages: {
    en: { phrases: phrasesHeldOutEn, subjects: subjectsHeldOutEn },
    it: { phrases: phrasesHeldOutIt, subjects: subjectsHeldOutIt },
  },
}
