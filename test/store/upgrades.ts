// A library of many rows that a program one version further brings up to date, watched by its host.
import { setTimeout as pause } from 'node:timers/promises';
import { openRemoteLibrary } from '../../electron/host/remoteLibrary.ts';
import { addPlan, type TestLibrary, valueOf } from './testLibrary.ts';

const workerFile = new URL('./upgradingWorker.ts', import.meta.url);

/** Steps by SQL, for a million of them through the library would take an hour. Its digests are not those of the library. */
export function fillWithSteps(test: TestLibrary, steps: number): void {
  addPlan(test.library);
  test.library.close();
  test.bare((database) =>
    database.exec(`
      WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${steps})
      INSERT INTO steps (plan, revision, kind, name, commands, inverse, editing_window, made_at, digest)
      SELECT 1, n, 'edit', '{"change":"set"}', '[{"change":"set","at":["name"],"value":"' || n || '"}]', '[]', 'w',
        '2026-11-22T10:00:00Z', '${'0'.repeat(64)}'
      FROM counted;
    `),
  );
}

export interface WatchedUpgrade {
  /** Shares told of, in their order, and when, in milliseconds. */
  readonly told: readonly { readonly atMs: number; readonly doneFraction: number | null }[];
  readonly took: number;
  readonly mostMegabytes: number;
}

/** Stops it when it is so far; never where that is absent. */
export async function watchUpgrade(test: TestLibrary, stopAt?: number): Promise<WatchedUpgrade> {
  const library = openRemoteLibrary({ folder: test.folder, workerFile });
  const begun = performance.now();
  let isOver = false;
  const listing = library.list(false).then((answer) => {
    isOver = true;
    return answer;
  });
  const told: { atMs: number; doneFraction: number | null }[] = [];
  let mostMegabytes = 0;
  while (!isOver) {
    const { state, upgrade } = await library.status();
    mostMegabytes = Math.max(mostMegabytes, process.memoryUsage.rss() / 1024 / 1024);
    if (state !== 'upgrading' || upgrade === null) continue;
    const { doneFraction } = upgrade;
    if (told.at(-1)?.doneFraction !== doneFraction)
      told.push({ atMs: performance.now() - begun, doneFraction });
    if (stopAt !== undefined && (doneFraction ?? 0) >= stopAt) await library.stopUpgrade();
    await pause(5);
  }
  const answer = await listing;
  if (stopAt === undefined) valueOf(answer);
  else if (answer.ok || answer.failure.code !== 'upgradeStopped') throw new Error('it was not stopped');
  const took = performance.now() - begun;
  await library.close();
  return { told, took, mostMegabytes };
}
