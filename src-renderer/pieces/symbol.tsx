const paths = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
  close: 'M6 6l12 12M18 6 6 18',
  edit: 'M4 20l1-4L16 5l3 3L8 19l-4 1ZM14 7l3 3',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  up: 'M6 14.5l6-6 6 6',
  down: 'M6 9.5l6 6 6-6',
  bottom: 'M12 4v13M6.5 11.5 12 17l5.5-5.5M5 20.5h14',
  copy: 'M9 9h10v11H9zM6 15H5V4h10v2',
  export: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M5 14v6h14v-6',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13',
  warning: 'M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.1',
  microphone:
    'M12 3.5a3 3 0 0 0-3 3V11a3 3 0 0 0 6 0V6.5a3 3 0 0 0-3-3ZM6 11a6 6 0 0 0 12 0M12 17v3.5',
  muted:
    'M9 9V6.5a3 3 0 0 1 5.8-1M15 10.5v.5a3 3 0 0 1-4.7 2.5M6 11a6 6 0 0 0 9.5 4.9M18 11a6 6 0 0 1-.6 2.6M12 17v3.5M4 4l16 16',
  system: 'M3.5 5h17v11h-17zM8.5 20h7M12 16v4',
  hearing: 'M4 10v4M8 7v10M12 4.5v15M16 8v8M20 10.5v3',
  silent: 'M4 12h16',
  pause: 'M8.5 5v14M15.5 5v14',
  resume: 'M8 5l11 7-11 7V5Z',
  waiting: 'M12 7v5l3 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z',
  unknown: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.1',
  ended: 'M5 12.5l4.5 4.5L19 7.5',
  note: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5M12 8v.1',
} as const

export type SymbolName = keyof typeof paths

/** A small line drawing beside a text that says the same. */
export function Symbol({ name }: { readonly name: SymbolName }) {
  return (
    <svg className="symbol" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
