/** Built, a worker lies beside this bundle; run from the sources, it is the source itself. */
export function workerFileBeside(name: 'simulationWorker' | 'studyWorker' = 'simulationWorker'): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./${name}.${extension}`, import.meta.url);
}
