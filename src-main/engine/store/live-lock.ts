/**
 * Claims the lock at this path for as long as the program runs or until it is disposed; null while
 * another running program holds it. The operating system frees it with its program, however that
 * ends. A meeting that says it is live and whose lock can be claimed has lost its program.
 *
 * The folder must exist. Claim before the meeting is stored as live, never open the file by other
 * means (closing it would free the lock), and leave it in place: it may be removed with the meeting.
 */
export type ClaimLiveLock = (path: string) => Disposable | null
