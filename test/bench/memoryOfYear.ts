// Loaded before the program: at its end it writes the peak of its memory in megabytes, threads included, as the last line of what
// it says beside its result.
import { existsSync, readFileSync, writeSync } from 'node:fs';

const status = '/proc/self/status';

/** Where the system says it, of this program alone: elsewhere what started it counts, too, if that held more. */
function peakKilobytes(): number {
  const peak = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) : null;
  return peak === null ? process.resourceUsage().maxRSS : Number(peak[1]);
}

process.on('exit', () => {
  writeSync(2, `\n${peakKilobytes() / 1024}\n`);
});
