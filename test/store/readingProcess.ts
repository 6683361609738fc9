// A window in a process of its own that lists, opens and searches without a pause, and writes a dot for each round.
import { writeSync } from 'node:fs';
import { openLibrary } from '../../electron/store/openLibrary.ts';

const library = openLibrary({ folder: process.argv[2] ?? '' });
for (;;) {
  const listed = library.list(false);
  if (listed.ok) for (const { plan } of listed.value.plans) library.open(plan);
  library.search('name');
  writeSync(1, '.');
  await new Promise((settle) => setImmediate(settle));
}
