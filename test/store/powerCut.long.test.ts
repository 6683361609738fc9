// Power cuts: the disk is rebuilt as it could have been at any moment of a recorded session.
// One command: npm run test:long -- test/store/powerCut
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mode } from './editingProcess.ts';
import { savedNotes, stateAfter } from './startEditing.ts';
import { temporaryFolder } from './testLibrary.ts';
import { copyOf, hasTracer, templateFolder } from './tracer.ts';
import { diskAfter, type Event, type Loss, tracedSession } from './writtenLog.ts';

const points = 200;
const losses: readonly Loss[] = ['everything', 'some', 'sectors'];

/** A chance that falls the same way in each run. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

interface Cuts {
  readonly cuts: number;
  readonly lost: number;
  readonly unusable: number;
  readonly saved: number;
}

async function cutEverywhere(mode: Mode): Promise<Cuts> {
  const template = templateFolder();
  const before = new Map(
    ['library.db', 'library.db-wal']
      .filter((name) => existsSync(join(template, name)))
      .map((name) => [name, readFileSync(join(template, name))] as const),
  );
  const session = copyOf(template);
  const { events, editing } = await tracedSession(session, { mode, edits: 40 });
  expect(savedNotes(editing.lines())).toHaveLength(40);
  expect(events.filter(({ kind }) => kind === 'saved')).toHaveLength(40);
  let lost = 0;
  let unusable = 0;
  for (let point = 0; point < points; point += 1) {
    const count = Math.floor(((point + 1) * events.length) / points);
    const told = events
      .slice(0, count)
      .flatMap((event: Event) => (event.kind === 'saved' ? [event.note] : []));
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
  return { cuts: points * losses.length, lost, unusable, saved: 40 };
}

describe('a power cut', () => {
  it.skipIf(!hasTracer)(`D3: at ${points} points of a session loses no edit that was reported`, async () => {
    const found = await cutEverywhere('edit');
    console.log(`D3: ${JSON.stringify(found)}`);
    expect(found).toMatchObject({ lost: 0, unusable: 0 });
  });

  it.skipIf(!hasTracer)('F9: D3 would notice a library that does not wait for the disk', async () => {
    const found = await cutEverywhere('synchronousNormal');
    console.log(`D3 with synchronous=NORMAL: ${JSON.stringify(found)}`);
    expect(found.lost).toBeGreaterThan(points / 2);
  });

  it('says so where there is no tracer', () => {
    if (!hasTracer) console.log('D3 did not run: there is no strace here');
    expect(typeof hasTracer).toBe('boolean');
  });
});
