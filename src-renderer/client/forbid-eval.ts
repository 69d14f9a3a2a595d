/**
 * The page's content policy forbids code from text. zod would try it once to see whether it may, which browsers
 * report as a breach. Loaded before the first schema is made.
 */
import { config } from 'zod'

config({ jitless: true })
