import './client/forbid-eval.ts'
import './client/dress-page.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { keepLink } from './client/keep-link.ts'
import { createLevelFeed } from './client/level-feed.ts'
import { recall, remember } from './client/memory.ts'
import { openChannel } from './client/open-channel.ts'
import { AppContext } from './pieces/app-context.ts'
import { SpeechProvider } from './pieces/speech-provider.tsx'
import { createActions } from './state/actions.ts'
import { parseDrafts } from './state/drafts.ts'
import { parseChoice } from './state/choice.ts'
import { createAppStore, receive, withLink } from './state/store.ts'
import './look/look.css'

const choiceKey = 'rtstt.recording'
const draftsKey = 'rtstt.drafts'
const store = createAppStore(parseChoice(recall(choiceKey)), parseDrafts(recall(draftsKey)))
store.subscribe(({ choice, drafts }, before) => {
  if (choice !== before.choice) remember(choiceKey, JSON.stringify(choice))
  if (drafts !== before.drafts) remember(draftsKey, JSON.stringify(drafts))
})

const levels = createLevelFeed()
const link = keepLink({
  open: openChannel,
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
})
link.onPhase((phase) => {
  store.setState((state) => withLink(state, phase))
  if (phase === 'connected') void app.actions.sendNotes()
})
link.onEvent((event) => {
  const nowMs = performance.now()
  if (event.type === 'levels.measured' || event.type === 'sound.measured')
    levels.receive(event, nowMs)
  else store.setState((state) => receive(state, event, nowMs))
})
const retry = (): void => link.retry()
window.addEventListener('online', retry)
document.addEventListener('visibilitychange', retry)

const app = { store, actions: createActions(store, link), levels, retry }
const root = document.getElementById('root')
if (!root) throw new Error('The document has no root.')
createRoot(root).render(
  <StrictMode>
    <AppContext value={app}>
      <SpeechProvider>
        <App />
      </SpeechProvider>
    </AppContext>
  </StrictMode>,
)
