// What the DOM and Node have in common, for code that runs in either.
declare function queueMicrotask(callback: () => void): void
