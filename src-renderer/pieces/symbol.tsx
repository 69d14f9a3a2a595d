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
} as const

/** A small line drawing beside a text that says the same. */
export function Symbol({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg className="symbol" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
