// How Node is started for one command: with little memory beside what the command itself holds. What the engine clears away at
// once is kept small (Node would let it grow to 48 MB a thread), a command may clear away what it has left behind
// (electron/workers/clearAway.ts), and all threads share one store of the system's allocator, which would keep what each has given
// back, and gives pieces of 16 KB and more back at once: what compiles the kernel takes many, which would stay behind in parts.
// A simulation, whose workers hold a memory each, clears away every two seconds itself, a few milliseconds each time. What V8 does
// from time to time to need less memory stays off then: it moves what is in use together, and needs up to 20 MB more while it does.
// None of it costs time that can be measured; a host that stays is started as usual.

const usual = ['--max-semi-space-size=2', '--expose-gc'];
const ofSimulation = ['--max-semi-space-size=1', '--expose-gc', '--no-memory-reducer'];

/** @param {string | undefined} command @returns {readonly string[]} */
export const leanArguments = (command) => (command === 'simulate' ? ofSimulation : usual);

/** @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv} */
export const leanEnvironment = (env) => ({
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '16384',
  MALLOC_TRIM_THRESHOLD_: '65536',
  ...env,
});
