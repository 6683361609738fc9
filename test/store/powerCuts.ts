// Cuts the power at many points of a recorded session, and looks at each disk that is left.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mode } from './editingProcess.ts';
import { savedNotes, stateAfter } from './startEditing.ts';
import { temporaryFolder } from './testLibrary.ts';
import { copyOf, templateFolder } from './tracer.ts';
import { diskAfter, type Loss, tracedSession } from './writtenLog.ts';

/** A chance that falls the same way in each run. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

export interface Cuts {
  readonly cuts: number;
  /** Disks on which an edit was missing that had been reported as saved. */
  readonly lost: number;
  readonly unusable: number;
  /** Edits reported as saved in the session, by the process itself and by the trace of it. */
  readonly saved: readonly [number, number];
}

export interface CutOptions {
  readonly mode: Mode;
  readonly edits: number;
  readonly points: number;
  readonly losses: readonly Loss[];
}

export async function cutEverywhere({ mode, edits, points, losses }: CutOptions): Promise<Cuts> {
  const template = templateFolder();
  const before = new Map(
    ['library.db', 'library.db-wal']
      .filter((name) => existsSync(join(template, name)))
      .map((name) => [name, readFileSync(join(template, name))] as const),
  );
  const session = copyOf(template);
  const { events, editing } = await tracedSession(session, { mode, edits });
  let lost = 0;
  let unusable = 0;
  for (let point = 0; point < points; point += 1) {
    const count = Math.floor(((point + 1) * events.length) / points);
    const told = events.slice(0, count).flatMap((event) => (event.kind === 'saved' ? [event.note] : []));
    for (const loss of losses) {
      const folder = temporaryFolder();
      for (const [name, content] of diskAfter(before, events, count, loss, chanceFrom(point + 1)))
        if (content !== undefined) writeFileSync(join(folder, name), content);
      const found = stateAfter(folder, told);
      if (found.lost.length > 0) lost += 1;
      if (found.state !== 'open' || found.findings.length > 0) unusable += 1;
      rmSync(folder, { recursive: true });
    }
  }
  for (const folder of [template, session]) rmSync(folder, { recursive: true });
  const traced = events.filter(({ kind }) => kind === 'saved').length;
  return {
    cuts: points * losses.length,
    lost,
    unusable,
    saved: [savedNotes(editing.lines()).length, traced],
  };
}
