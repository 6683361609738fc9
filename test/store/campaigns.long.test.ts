// Many rounds of what the quick tests do a few times.
// One command: npm run test:long -- test/store/campaigns
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialisePlan } from '../../core/plan/canonical.ts';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import { parseDraftValue } from '../../core/plan/parsePlan.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { anyCommands } from '../plan/edits/anyCommands.ts';
import { parsedPlan, threeTierPlan } from '../support/plans.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { damage } from './damage.ts';
import { moves, play } from './editsModel.ts';
import { savedNotes, startEditing, stateAfter } from './startEditing.ts';
import { addPlan, contentOf, filled, temporaryFolder, testLibrary, valueOf } from './testLibrary.ts';
import { templateFolder } from './tracer.ts';

const seed = Number(process.env['SAFF_SEED'] ?? 1);
/** Of at most 100 moves each, 46 in the mean: 100,000 in all. */
const modelRuns = 2200;

/** A folder that holds only this file as its library. */
function folderWith(content: Buffer): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'library.db'), content);
  return folder;
}

describe('campaigns', () => {
  it('C1: 1000 turned bits, 200 zeroed pages and a cut at every page are noticed, or change nothing', () => {
    const test = testLibrary();
    filled(test);
    test.library.close();
    const sound = readFileSync(test.file);
    const content = JSON.stringify(contentOf(test.library));
    test.remove();
    const pages = sound.length / 4096;
    const broken = [
      ...Array.from({ length: 1000 }, (_, trial) => damage(sound, trial * 7 + seed, 'bit')),
      ...Array.from({ length: 200 }, (_, trial) => damage(sound, trial * 3 + seed, 'page')),
      ...Array.from({ length: pages }, (_, page) => sound.subarray(0, page * 4096)),
    ];
    let noticed = 0;
    for (const bytes of broken) {
      const folder = folderWith(bytes);
      const library = openLibrary({ folder });
      const { state, failure } = library.status();
      if (state === 'open') {
        // An empty file is a library that is still to be made.
        if (bytes.length > 0) expect(JSON.stringify(contentOf(library))).toBe(content);
      } else {
        noticed += 1;
        expect(failure?.code).toMatch(/^library(?:Damaged|Foreign|Newer)$/);
        expect(readFileSync(join(folder, 'library.db')).equals(bytes)).toBe(true);
      }
      library.close();
      rmSync(folder, { recursive: true });
    }
    console.log(
      `C1: ${broken.length} damaged files, ${noticed} noticed, the others with their whole content`,
    );
    expect(noticed).toBeGreaterThan(300);
  });

  it('C5: 100 backups in the middle of 50 edits a second hold every edit saved before they began', async () => {
    const folder = templateFolder();
    const editing = startEditing(folder, { pauseMs: 15 });
    await editing.said('saved');
    const library = openLibrary({ folder });
    let missing = 0;
    for (let round = 0; round < 100; round += 1) {
      const before = savedNotes(editing.lines());
      const { file } = valueOf(library.backup());
      const copy = new Database(file, { readonly: true });
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      const { document } = copy.prepare('SELECT document FROM plans').get() as { document: string };
      copy.close();
      const { notes } = JSON.parse(document) as { notes: string[] };
      missing += before.filter((note) => !notes.includes(note)).length;
      await new Promise((settle) => setTimeout(settle, 20));
    }
    editing.child.kill('SIGKILL');
    await editing.exited;
    library.close();
    const saved = savedNotes(editing.lines());
    console.log(`C5: 100 backups during ${saved.length} edits, ${missing} edits missing`);
    expect(missing).toBe(0);
    expect(stateAfter(folder, saved)).toMatchObject({ findings: [], lost: [] });
    rmSync(folder, { recursive: true });
  });

  it('C11: of 50 damaged libraries the readable rows come back, and the damaged files stay', () => {
    const test = testLibrary();
    for (let count = 0; count < 20; count += 1) addPlan(test.library);
    test.library.close();
    const sound = readFileSync(test.file);
    test.remove();
    let recovered = 0;
    let lost = 0;
    let repaired = 0;
    for (let trial = 0; trial < 50; trial += 1) {
      const bytes = damage(sound, trial + seed * 100, trial % 2 === 0 ? 'page' : 'cut');
      const folder = folderWith(bytes);
      const library = openLibrary({ folder });
      if (library.status().failure?.code === 'libraryDamaged') {
        const repair = valueOf(library.repair());
        repaired += 1;
        recovered += repair.recovered ?? 0;
        lost += repair.lost ?? 0;
        expect(readFileSync(repair.keptFile ?? '').equals(bytes)).toBe(true);
        expect(valueOf(library.check()).findings).toEqual([]);
      }
      library.close();
      rmSync(folder, { recursive: true });
    }
    console.log(`C11: ${repaired} of 50 repaired, ${recovered} rows recovered, ${lost} lost`);
    expect(recovered).toBeGreaterThan(100);
  });

  it('W1: two processes with 2000 edits each', async () => {
    const folder = templateFolder();
    const both = [startEditing(folder, { edits: 2000 }), startEditing(folder, { edits: 2000 })];
    await Promise.all(both.map((editing) => editing.said('end')));
    const lines = both.flatMap((editing) => editing.lines());
    expect(lines.filter((line) => line.startsWith('refused') && !line.endsWith('staleRevision'))).toEqual([]);
    const saved = savedNotes(lines);
    expect(saved).toHaveLength(4000);
    const library = openLibrary({ folder });
    const [summary] = valueOf(library.list(false)).plans;
    expect(valueOf(library.open(summary?.plan ?? '')).document.notes).toHaveLength(4000);
    expect(valueOf(library.check()).findings).toEqual([]);
    library.close();
    rmSync(folder, { recursive: true });
  });

  it('M8: one broken plan among 10,000 is set aside with its content, and the others open', () => {
    const test = testLibrary();
    const texts = Array.from({ length: 10_000 }, (_, count) =>
      smallPlanText().replace('Small', `plan ${count}`),
    );
    for (const text of texts) valueOf(test.library.add(text));
    test.bare((database) =>
      database.exec(`UPDATE plans SET document = '{"format":"saff-plan"}' WHERE number = 4321`),
    );
    const begun = performance.now();
    const repair = valueOf(test.library.repair());
    const seconds = (performance.now() - begun) / 1000;
    expect(repair).toMatchObject({ quarantined: 1, left: [] });
    const { plans } = valueOf(test.library.list(false));
    for (const { plan } of plans) valueOf(test.library.open(plan));
    test.remove();
    console.log(
      `M8: ${plans.length} of 10,000 open, ${repair.quarantined} set aside, in ${seconds.toFixed(1)} s`,
    );
    expect(plans).toHaveLength(9999);
  });

  it(`F1, W6: ${modelRuns} runs of two windows do what the model does`, () => {
    let played = 0;
    fc.assert(
      fc.property(moves(100), (list) => {
        const test = testLibrary();
        try {
          play(test, list);
          played += list.length;
        } finally {
          test.remove();
        }
      }),
      { numRuns: modelRuns, seed, verbose: 1 },
    );
    console.log(`F1: seed ${seed}, ${modelRuns} runs, ${played} moves`);
    expect(played).toBeGreaterThanOrEqual(100_000);
  });

  it('F2: undo after do, and redo after undo, give the same bytes in 10,000 cases', () => {
    const plan = parsedPlan(threeTierPlan());
    const before = serialisePlan(plan);
    const draftOf = (value: unknown) => parseDraftValue(value).draft;
    let tried = 0;
    fc.assert(
      fc.property(anyCommands(plan), (commands) => {
        const done = applyCommands(plan, commands);
        const draft = done.ok ? draftOf(done.value.document) : null;
        if (!done.ok || draft === null) return;
        const back = applyCommands(draft, done.value.inverse);
        const undone = back.ok ? draftOf(back.value.document) : null;
        expect(undone === null ? null : serialisePlan(undone)).toBe(before);
        const again = applyCommands(undone, done.value.commands);
        const redone = again.ok ? draftOf(again.value.document) : null;
        expect(redone === null ? null : serialisePlan(redone)).toBe(serialisePlan(draft));
        tried += 1;
      }),
      { numRuns: 50_000, seed },
    );
    console.log(`F2: ${tried} cases`);
    expect(tried).toBeGreaterThan(10_000);
  });

  it('C4: a chain of damaged backups is passed over to the first good one', () => {
    const test = testLibrary();
    filled(test);
    const backups = Array.from({ length: 3 }, () => valueOf(test.library.backup()));
    test.library.close();
    mkdirSync(join(test.folder, 'aside'));
    for (const { file } of backups.slice(1)) {
      copyFileSync(file, join(test.folder, 'aside', 'copy.db'));
      writeFileSync(file, damage(readFileSync(file), 1, 'header'));
    }
    writeFileSync(test.file, 'x'.repeat(8192));
    const library = test.reopened();
    expect(valueOf(library.repair()).from).toBe(backups[0]?.file);
    test.remove();
  });
});
