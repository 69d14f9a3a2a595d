import './client/forbid-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { keepLink } from './client/keep-link.ts'
import { openChannel } from './client/open-channel.ts'
import { AppContext } from './pieces/app-context.ts'
import { SpeechProvider } from './pieces/speech-provider.tsx'
import { createActions } from './state/actions.ts'
import { createAppStore, receive, withLink } from './state/store.ts'
import './look/colours.css'
import './look/page.css'
import './look/pieces.css'
import './look/library.css'
import './look/transcript.css'

const store = createAppStore()
const link = keepLink({
  open: openChannel,
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
})
link.onPhase((phase) => store.setState((state) => withLink(state, phase)))
link.onEvent((event) => store.setState((state) => receive(state, event, performance.now())))
const retry = (): void => link.retry()
window.addEventListener('online', retry)
document.addEventListener('visibilitychange', retry)

const app = { store, actions: createActions(store, link), retry }
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
