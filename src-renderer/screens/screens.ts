/** The screens, each loaded when it is first shown. */
import { lazy } from 'react'

export const LibraryScreen = lazy(async () => ({
  default: (await import('./library/library-screen.tsx')).LibraryScreen,
}))

export const LiveScreen = lazy(async () => ({
  default: (await import('./live/live-screen.tsx')).LiveScreen,
}))

export const MeetingScreen = lazy(async () => ({
  default: (await import('./meeting/meeting-screen.tsx')).MeetingScreen,
}))

export const PerformanceScreen = lazy(async () => ({
  default: (await import('./performance/performance-screen.tsx')).PerformanceScreen,
}))

export const SettingsScreen = lazy(async () => ({
  default: (await import('./settings/settings-screen.tsx')).SettingsScreen,
}))

export const WelcomeScreen = lazy(async () => ({
  default: (await import('./welcome/welcome-screen.tsx')).WelcomeScreen,
}))
