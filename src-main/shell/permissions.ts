import type { Session } from 'electron'

type Permissions = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>

/** The page may hear the microphone and put text on the clipboard; nobody may do anything else. */
export function limitPermissions(session: Permissions, isPage: (url: string) => boolean): void {
  session.setPermissionRequestHandler((_, permission, decide, details) => {
    const { requestingUrl } = details
    const onlySound =
      'mediaTypes' in details && details.mediaTypes?.every((type) => type === 'audio') === true
    decide(isPage(requestingUrl) && isAllowed(permission, onlySound))
  })
  session.setPermissionCheckHandler(
    (_, permission, origin, { mediaType }) =>
      isPage(origin) && isAllowed(permission, mediaType === 'audio'),
  )
  session.setDevicePermissionHandler(() => false)
}

function isAllowed(permission: string, onlySound: boolean): boolean {
  if (permission === 'media') return onlySound
  return permission === 'clipboard-sanitized-write'
}
