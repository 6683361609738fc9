// What follows from how many came to each line of a unit and how many were handled there: counted once a walk, not in each step.
import type { Line } from './network.ts';
import { lineCount, ofLine, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import type { WalkState } from './walk.ts';
import type { Ways } from './ways.ts';

/** Of contacts that came (`visits`) the work that was offered; of those handled where they went on to, and what was resolved. */
export function countFlows(unit: Unit, sums: UnitSums, { network, rows }: WalkState, ways: Ways): void {
  const { lines } = sums;
  unit.lines.forEach((l, place) => {
    const at = place * lineCount;
    const { nominalSeconds, isInternal } = network.lines[l] as Line;
    const came = lines[at + ofLine.visits] as number;
    lines[at + ofLine.offeredWork] = came * nominalSeconds;
    if (isInternal) lines[at + ofLine.visits] = 0;
    const handled = lines[at + ofLine.handled] as number;
    lines[at + ofLine.otherDepartment] = handled * (ways.departmentShare[l] as number);
    lines[at + ofLine.toLead] = handled * (ways.leadShare[l] as number);
    lines[at + ofLine.escalated] = handled * (ways.escalatedShare[l] as number);
    lines[at + ofLine.transfers] = handled * (ways.transferShare[l] as number);
    if (rows.resolves[l] === 0) return;
    const resolved = handled * (rows.resolvedShare[l] as number);
    lines[at + ofLine.resolved] = resolved;
    lines[at + ofLine.resolvedForGood] = resolved - resolved * (rows.returnShare[l] as number);
  });
}
