import { FolderLock, type LucideIcon, MonitorCheck, Unplug } from 'lucide-react'
import { useSpeech } from '../../pieces/app-context.ts'

const promises = [
  { name: 'sound', icon: MonitorCheck },
  { name: 'network', icon: Unplug },
  { name: 'yours', icon: FolderLock },
] as const satisfies readonly { name: string; icon: LucideIcon }[]

/** What the program does with what it hears, in three sentences that hold. */
export function WhatStays() {
  const { t } = useSpeech()
  return (
    <ul className="grid gap-5">
      {promises.map(({ name, icon: Icon }) => (
        <li key={name} className="grid grid-cols-[auto_1fr] gap-x-4">
          <Icon className="mt-0.5 size-6 text-accent" strokeWidth={1.5} aria-hidden="true" />
          <div className="grid gap-0.5">
            <p className="font-semibold">{t(`welcome.stays.${name}`)}</p>
            <p className="text-quiet">{t(`welcome.stays.${name}Why`)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
