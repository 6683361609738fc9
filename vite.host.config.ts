import { defineConfig } from 'vite';

const workers = {
  simulationWorker: 'electron/workers/simulationWorker.ts',
  studyWorker: 'electron/workers/studyWorker.ts',
  libraryWorker: 'electron/host/libraryWorker.ts',
  planWorker: 'electron/host/planWorker.ts',
};

/** What runs on Node, one mode for each bundle. All packages are bundled but those that are not JavaScript. */
const inputs: Record<string, Record<string, string>> = {
  host: { main: 'electron/cli/main.ts', ...workers },
  desktop: { main: 'electron/desktop/main.ts', ...workers },
  preload: { preload: 'electron/desktop/preload.cts' },
  bench: {
    main: 'test/bench/main.ts',
    memoryOfYear: 'test/bench/memoryOfYear.ts',
    simulationWorker: 'electron/workers/simulationWorker.ts',
  },
};

export default defineConfig(({ mode }) => {
  // A sandboxed preload script cannot be an ES module.
  const isPreload = mode === 'preload';
  return {
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: `dist/${mode}`,
      emptyOutDir: !isPreload,
      minify: false,
      sourcemap: true,
      reportCompressedSize: false,
      // What the packages that are bundled ask to be handed on with them; the preload script has none.
      license: isPreload ? false : { fileName: 'notices.md' },
      rolldownOptions: {
        input: inputs[mode] ?? {},
        // Chunks lie beside the entries, so that `new URL('./simulationWorker.js', import.meta.url)` holds in each.
        output: {
          // Comments and white space stay out: a program keeps the text of its modules in memory. Names stay, for who reads a trace.
          minify: { compress: false, mangle: false, codegen: true },
          format: isPreload ? 'cjs' : 'es',
          entryFileNames: isPreload ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // Texts that are not Latin double the memory of the module that they stand in.
          codeSplitting: { groups: [{ name: 'samples', test: /core\/samples\/.*\.json$/ }] },
        },
      },
    },
  };
});
