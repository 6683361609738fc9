export { allBundles, ensureBuilt } from './built.mjs';
export { ensureInstalled } from './installed.mjs';
export { node24 } from './node24.mjs';
