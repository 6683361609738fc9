// What the kernel offers.
export { startArrivals } from './arrivals.ts';
export { abandon, decideResolution, leaveWaiting } from './leaving.ts';
export { run } from './loop.ts';
