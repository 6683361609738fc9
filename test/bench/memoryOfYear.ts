// Loaded before the program: at its end it writes the peak of its memory in megabytes, threads included, as the last line of what
// it says beside its result.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  writeSync(2, `\n${process.resourceUsage().maxRSS / 1024}\n`);
});
