/** The frame of every screen, and the words of every dialog. */
export const page = {
  appName: 'RTSTT',
  skipToContent: 'Skip to the content',
  localOnly: 'Speech and text stay on this computer.',
  language: 'Language',
  loading: 'Loading…',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  tryAgain: 'Try again',
  notices: 'Messages',
  nowhere: 'There is no such page here.',
  backToLibrary: 'All meetings',
  connecting: 'Connecting to the engine…',
  linkLost: 'The connection to RTSTT is lost. What you see may be out of date. Reconnecting…',
  linkRefused:
    'RTSTT was started anew and does not know this page any more. Type rtstt open in a terminal, and open the address that it prints: then this page goes on by itself.',
  engineGone: 'RTSTT cannot be reached at the moment. Try again when the connection is back.',
  somethingBroke: 'Something went wrong in RTSTT itself. Reload the page and try again.',
} as const
