/** Every bound of the server in one place. None of them stands in the way of a page or a program as it is meant. */
import type { Rate } from './token-bucket.ts'

/** Requests of all who have not entered: they are answered with one small page. */
export const outsideRate: Rate = { burst: 60, perSecond: 20 }
/** The same where other computers can reach the server. */
export const farOutsideRate: Rate = { burst: 20, perSecond: 5 }
/** Requests of one connection that has entered, and of all of them. */
export const connectionRate: Rate = { burst: 300, perSecond: 100 }
export const insideRate: Rate = { burst: 900, perSecond: 300 }
/** Messages and pings of one socket; more are left unread until they are due. */
export const socketRate: Rate = { burst: 500, perSecond: 200 }

/** While this much waits to be read by a client, nothing more is read of what it asks. */
export const fullBytes = 1024 * 1024
export const lookAgainMs = 20

/** Of those that have not entered; the oldest makes room for the next. */
export const mostOutside = 64
export const mostConnections = 512
export const mostSockets = 32

export const largestBodyBytes = 1024
export const largestHeadBytes = 16 * 1024
export const largestMessageBytes = 1024 * 1024
/** A message in more pieces than this is none that a browser sends. */
export const mostFragments = 256

/** For the head of a request, and for what an entering browser sends. */
export const headMs = 10_000
/** For a connection on which nothing moves: a stalled upload, a download that nobody reads. */
export const stalledMs = 5 * 60_000
/** For a whole request with its file. */
export const requestMs = 2 * 60 * 60_000
export const checkingMs = 2_000
export const heartbeatMs = 20_000
/** What a client that is cut off has to read what was sent before. */
export const closingMs = 5_000
