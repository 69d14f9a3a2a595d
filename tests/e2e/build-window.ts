/** Runs once before all specs: the window is built where it can be opened, and keys are kept apart from a person's. */
import { setup as keepKeysApart } from '../../tools/keys-for-tests.mjs'
import { buildWindow, windowObstacle } from './window.ts'

// Playwright asks for a default export here.
// oxlint-disable-next-line import/no-default-export
export default function setUp(): () => void {
  if (windowObstacle === null) buildWindow()
  else console.log(`The desktop window is not tested: ${windowObstacle}`)
  return keepKeysApart()
}
