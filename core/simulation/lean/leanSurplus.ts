// Work by surprise, as model/workSurplus.ts adds it up draw by draw, from what the lean loop has counted of the draws.
import { outcomeWorkOf } from '../model/outcomeWork.ts';
import type { TallyLayout } from '../model/tallyLayout.ts';
import type { LeanState } from './leanState.ts';
import type { Add } from './leanTally.ts';

export function addSurplus(s: LeanState, layout: TallyLayout, add: Add): void {
  const { intervals, teams } = layout;
  s.handlingSurplus.forEach((seconds, at) => {
    add(layout.workSurplusAt + at, seconds);
  });
  let place = -1;
  outcomeWorkOf(s.model).forEach((rows, pair) => {
    if (s.model.pairs[pair] === null) return;
    const first = s.lean.outcomeAt[pair] as number;
    place += 1;
    rows.forEach(({ share, team, seconds, ownSeconds }, k) => {
      for (let column = 0; column < intervals; column += 1) {
        const draws = s.outcomeDraws[place * intervals + column] as number;
        const surprise = (s.outcomesDrawn[(first + k) * intervals + column] as number) - share * draws;
        add(layout.workSurplusAt + team * intervals + column, surprise * seconds);
        add(layout.workSurplusAt + (pair % teams) * intervals + column, surprise * ownSeconds);
      }
    });
  });
}
