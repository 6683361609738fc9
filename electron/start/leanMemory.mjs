// How Node is started for one command: with little memory beside what the command itself holds. What the engine clears away at
// once is kept small (Node would let it grow to 48 MB a thread), a command may clear away what it has left behind
// (electron/cli/clearAway.ts), and all threads share one store of the system's allocator, which would keep what each has given
// back, and gives pieces of 64 KB and more back at once. None of it costs time that can be measured; a host that stays is started as usual.
// A simulation, whose workers hold a memory each, also lets its heap grow in smaller steps (some 9 MB over a year): that costs what
// answers at once by formula a tenth of their time, and a simulation, which is WebAssembly, nothing.

const usual = ['--max-semi-space-size=2', '--expose-gc'];

/** @param {string | undefined} command @returns {readonly string[]} */
export const leanArguments = (command) =>
  command === 'simulate' ? [...usual, '--optimize-for-size'] : usual;

/** @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv} */
export const leanEnvironment = (env) => ({
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '65536',
  ...env,
});
