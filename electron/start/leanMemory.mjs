// How Node is started for one command: with little memory beside what the command itself holds. What the engine clears away at
// once is kept small (Node would let it grow to 48 MB a thread), a command may clear away what it has left behind
// (electron/cli/clearAway.ts), and all threads share one store of the system's allocator, which would keep what each has given
// back, and gives pieces of 64 KB and more back at once. None of it costs time that can be measured; a host that stays is started as usual.

export const leanArguments = ['--max-semi-space-size=2', '--expose-gc'];

/** @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv} */
export const leanEnvironment = (env) => ({
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '65536',
  ...env,
});
