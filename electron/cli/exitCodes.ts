// The exit codes of the command line, as the help lists them.
export const exitCodes = { done: 0, failure: 1, usage: 2, internal: 70, interrupted: 130 } as const;
