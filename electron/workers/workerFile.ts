/** Built, a worker lies beside the bundle of whoever starts it; run from the sources, it is the source itself. */
export function workerFileBeside(starter: string, name: string): URL {
  return new URL(`./${name}.${starter.endsWith('.ts') ? 'ts' : 'js'}`, starter);
}
