/** Real model files for the real library, too small to know anything; made when they are first asked for. */
import { tinyModel } from '../../models/tiny-language/tiny-models.ts'

/** Writes common words without sense, and whatever a grammar allows. */
export const tinyLanguageModel = (): string => tinyModel('language')

/** Texts that share words, or words of one meaning (`sameMeaning` in `word-list.ts`), are near each other. */
export const tinyEmbeddingModel = (): string => tinyModel('embedding')
