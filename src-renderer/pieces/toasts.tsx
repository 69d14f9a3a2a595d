import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { type ReactNode, useCallback } from 'react'
import { useSpeech } from './app-context.ts'
import { buttonLook } from './button-look.ts'
import { IconButton } from './icon-button.tsx'

export interface ToastNews {
  readonly text: string
  /** What can be done about it, like to undo it. */
  readonly action?: { readonly name: string; readonly act: () => void }
  /** 6 s unless told otherwise, 12 s with an action; pointing at it or the focus holds it. */
  readonly shownMs?: number
}

/** Tells in passing what was done; screen readers hear it when there is a pause. */
export function useToast(): (news: ToastNews) => void {
  const { add, close } = Toast.useToastManager()
  return useCallback(
    ({ text, action, shownMs = action ? 12_000 : 6_000 }: ToastNews) => {
      const id = add({
        title: text,
        timeout: shownMs,
        ...(action && {
          actionProps: {
            children: action.name,
            onClick: () => {
              close(id)
              action.act()
            },
          },
        }),
      })
    },
    [add, close],
  )
}

/** Holds the short messages and shows them in the corner. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const { t } = useSpeech()
  return (
    <Toast.Provider limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t('frame.toasts')}
          className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex flex-col items-center gap-2 md:right-6 md:bottom-6 md:left-auto md:items-end"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { t } = useSpeech()
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      role="group"
      // Only a dialog may say whether it is modal.
      aria-modal={undefined}
      className="pointer-events-auto w-[min(26rem,100%)] rounded-round border border-line bg-raised text-ink shadow-raised transition-[opacity,translate] duration-150 ease-calm data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-2 py-1.5 pr-1.5 pl-4">
        <Toast.Title render={<p />} className="min-w-0 flex-1 py-1 text-base wrap-anywhere" />
        <Toast.Action className={buttonLook('plain', 'small')} />
        <Toast.Close render={<IconButton icon={X} name={t('page.close')} size="small" />} />
      </Toast.Content>
    </Toast.Root>
  ))
}
