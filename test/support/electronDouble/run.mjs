// Starts a main script as Electron would: `node run.mjs dist/desktop/main.js --lang fa`.
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const double = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context),
});

// Electron is ready only when the main script has been evaluated: one that awaits it at the top level never ends.
await import(pathToFileURL(resolve(process.argv[2] ?? '')).href);
const { becomeReady } = await import(double);
becomeReady();
