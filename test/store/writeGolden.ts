// Writes the golden files of this release, once, when it is released: `node test/store/writeGolden.ts`. Files of
// earlier releases are never written again.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialiseBundle } from '../../core/bundle/planFile.ts';
import { serialisePlan } from '../../core/plan/canonical.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { openSample } from '../../core/samples/index.ts';
import { libraryMigrations } from '../../electron/store/migrations/index.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { simulatePlan } from '../support/simulatePlan.ts';
import { smallPlanText } from '../support/smallPlan.ts';

const golden = join(import.meta.dirname, 'golden');
const version = libraryMigrations.length;
const names = [`library-${version}`, `library-${version}-hot`] as const;
mkdirSync(join(golden, 'plans'), { recursive: true });
const knownFile = join(golden, 'known.json');
const known = existsSync(knownFile) ? JSON.parse(readFileSync(knownFile, 'utf8')) : {};

for (const name of names) {
  if (name in known) continue;
  const folder = mkdtempSync(join(tmpdir(), 'saff-golden-'));
  const library = openLibrary({ folder });
  const added = library.add(smallPlanText().replace('کوچک', 'کارگاه شبانه‌ی کوچک'));
  if (!added.ok) throw new Error(added.failure.code);
  const { plan, document: undone } = added.value;
  const window = { id: 'golden', openedAt: 0 };
  for (const [base, value] of ['میز شب', 'مكتب الليل', 'Night desk'].entries())
    library.edit({ plan, base, window, commands: [{ change: 'add', at: ['notes'], value }] });
  library.addVersion(plan, 3, 'نخستین', '');
  const last = library.undo({ plan, base: 3, window });
  if (!last.ok) throw new Error(last.failure.code);
  mkdirSync(join(golden, name), { recursive: true });
  // Without a close the log is not written back.
  if (!name.endsWith('-hot')) library.close();
  for (const suffix of ['', '-wal'])
    if (existsSync(join(folder, `library.db${suffix}`)))
      copyFileSync(join(folder, `library.db${suffix}`), join(golden, name, `library.db${suffix}`));
  known[name] = { version, document: last.value.document, undone, steps: 4 };
}
writeFileSync(knownFile, `${JSON.stringify(known, null, 2)}\n`);

const texts = { 'small-1': smallPlanText(), 'bank-1': openSample('bank-phone-centre') ?? '' };
for (const [name, text] of Object.entries(texts)) {
  const { plan } = parsePlan(text);
  if (plan === null) throw new Error(name);
  const file = join(golden, 'plans', `${name}.saff`);
  if (!existsSync(file)) writeFileSync(file, serialisePlan(plan));
}

const bundleFile = join(golden, 'bundles', 'small-1.saff');
const small = parsePlan(texts['small-1']);
if (!existsSync(bundleFile) && small.plan !== null && small.planHash !== null) {
  mkdirSync(join(golden, 'bundles'), { recursive: true });
  const { result } = simulatePlan(small.plan, { seed: 1, replications: 2 });
  writeFileSync(bundleFile, serialiseBundle(small.plan, [{ ...result, planHash: small.planHash }]));
}
