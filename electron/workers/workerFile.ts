/** Built, the worker lies beside this bundle; run from the sources, it is the source itself. */
export function workerFileBeside(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./simulationWorker.${extension}`, import.meta.url);
}
