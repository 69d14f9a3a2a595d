import { useEffect } from 'react'
import type { Devices } from '../state/devices.ts'
import { useApp, useAppState } from './app-context.ts'

/** The microphones and outputs; read whenever the list is not known to be whole. */
export function useDevices(): Devices {
  const { actions } = useApp()
  const devices = useAppState((state) => state.devices)
  const unread = useAppState(
    (state) => state.link === 'connected' && state.devices.phase === 'unread',
  )
  useEffect(() => {
    if (unread) void actions.readDevices()
  }, [unread, actions])
  return devices
}
