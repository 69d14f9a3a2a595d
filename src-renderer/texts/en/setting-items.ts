/** The name and an explanation of each setting, by which it is also found. */
export const settingItems = {
  hear: { name: 'What is recorded', hint: 'The microphone, what the computer plays, or both.' },
  microphone: { name: 'Microphone', hint: 'Stay with one device, or follow the system.' },
  system: { name: 'Computer sound', hint: 'Hear one output alone, or follow the system.' },
  stopAfterSilence: {
    name: 'Stop after silence',
    hint: 'A recording stops by itself when nobody speaks for so long. It is announced before.',
  },
  finalPass: {
    name: 'Read again at the end',
    hint: 'A stronger reading improves the text when a meeting is over.',
  },
  speechModel: {
    name: 'Speech model',
    hint: 'Turns speech into text. Takes effect with the next recording.',
  },
  languageModel: {
    name: 'Language model',
    hint: 'Writes summaries, insights and answers. Takes effect at once.',
  },
  embeddingModel: {
    name: 'Model that finds meaning',
    hint: 'Lets the search find what was meant in other words. Takes effect at once.',
  },
  ownModel: {
    name: 'Add a model file of your own',
    hint: 'The path of a ggml or GGUF file on this computer. It is copied; the original stays.',
  },
  verifyModels: {
    name: 'Check the model files',
    hint: 'Reads every file that is here and compares it with its hash.',
  },
  backEnds: {
    name: 'Where models run',
    hint: 'Processor or graphics card: what was tried on this computer, and what came of it.',
  },
  pageLanguage: { name: 'Language of this page', hint: 'Menus, buttons and messages.' },
  spokenLanguage: {
    name: 'Spoken language',
    hint: 'What is spoken where a meeting does not say. Takes effect with the next recording.',
  },
  summaryLanguage: {
    name: 'Language of summaries',
    hint: 'Summaries are written in the language that was spoken, or always in one.',
  },
  terms: {
    name: 'Names and terms',
    hint: 'What is said often in your meetings, so that it is written as it should be.',
  },
  importTerms: {
    name: 'Add many at once',
    hint: 'Paste a list or a table, or drop a text or CSV file here: one term a line.',
  },
  exportTerms: { name: 'Save as a text file', hint: 'All terms, one a line.' },
  summaryTemplate: {
    name: 'Template of summaries',
    hint: 'What a summary is made of where a series of meetings has no template of its own.',
  },
  ownTemplates: {
    name: 'Templates',
    hint: 'Look at all of them, change them, and write your own.',
  },
  globalShortcuts: {
    name: 'Shortcuts everywhere',
    hint: 'They work in every program, with no window of RTSTT open.',
  },
  pageShortcuts: { name: 'Shortcuts in this window', hint: 'They are fixed.' },
  theme: { name: 'Theme', hint: 'Light, dark, high contrast, or as the system.' },
  textSize: { name: 'Text size', hint: 'All text of this page, larger.' },
  room: {
    name: 'Room on the disk',
    hint: 'How much recordings, text and models take, and how much is free.',
  },
  dataFolder: { name: 'Where everything is kept', hint: 'One folder on this computer.' },
  keepSoundDays: {
    name: 'Keep recordings',
    hint: 'Older recordings are removed for good; their text stays. Enforced at once and every day.',
  },
  keepMeetingsDays: {
    name: 'Keep meetings',
    hint: 'Older meetings are deleted with their text. Enforced at once and every day.',
  },
  keepDeletedDays: {
    name: 'Keep deleted meetings',
    hint: 'So long a deleted meeting can be had back.',
  },
  backups: {
    name: 'Backups',
    hint: 'Copies of text, notes and settings, made by themselves. What is deleted for good is in none of them.',
  },
  leftovers: {
    name: 'Left over files',
    hint: 'What a crash left behind and nobody needs any more.',
  },
  protection: {
    name: 'How it is protected',
    hint: 'Who can open what is kept here, and how you open it if this computer is lost.',
  },
  whatIsKept: {
    name: 'What is kept, and where',
    hint: 'Recordings, text and models stay on this computer. Nothing leaves it.',
  },
  network: {
    name: 'Fetch models from the network',
    hint: 'Only when you ask for a model, and only from where models are. Off: no connection at all leaves this computer.',
  },
  networkAttempts: {
    name: 'What was tried on the network',
    hint: 'Every attempt of every process of this program, let through or refused.',
  },
  detectMeetings: {
    name: 'Notice meetings',
    hint: 'Ask whether to record when another program begins to use the microphone. Nothing starts by itself.',
  },
  hideFromSharing: {
    name: 'Hide from screen sharing',
    hint: 'Captions and the recording sign are not in what you share of your screen.',
  },
  startAtLogin: { name: 'Start at login', hint: 'RTSTT waits in the tray when you log in.' },
  closeToTray: {
    name: 'Close to the tray',
    hint: 'Closing the window leaves the program running, with a sign in the tray.',
  },
  notify: { name: 'Notifications', hint: 'Tell when a meeting is done or a track is lost.' },
  captionSize: { name: 'Size of captions', hint: 'Of the captions over other windows.' },
  captionContrast: { name: 'Contrast of captions', hint: 'How clearly they stand out.' },
  captionPosition: {
    name: 'Place of captions',
    hint: 'At the top, at the bottom, or where you drag them.',
  },
  clickThrough: {
    name: 'Click through captions',
    hint: 'The mouse reaches what lies below them.',
  },
  dictate: {
    name: 'Dictate',
    hint: 'Hold the shortcut and speak: the text is typed where the cursor is.',
  },
  report: {
    name: 'What works on this computer',
    hint: 'Tries the models, the sound and the libraries, and says what came of it.',
  },
  logFile: {
    name: 'Log',
    hint: 'Holds ids, counts and durations: never speech, names or titles.',
  },
  reset: {
    name: 'Reset all settings',
    hint: 'Back to the defaults. Meetings, models, names and templates stay.',
  },
} as const
