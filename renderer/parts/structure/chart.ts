// The chart of who reports to whom: from the manager at the start side to the teams at the end.
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { chartRoots, reportsOf } from '../../../core/report/spans.ts';
import type { Direction } from '../../../locales/settings.ts';
import type { Box } from './layout.ts';

export interface ChartLayout {
  readonly boxes: readonly Box[];
  /** From the one who is reported to. */
  readonly lines: readonly { readonly from: string; readonly to: string }[];
  readonly width: number;
  readonly height: number;
}

export const chartSize = { width: 248, height: 124 } as const;
const across = 72;
const below = 16;

/** Each team stands in the middle of those that report to it. */
export function chartLayout(plan: Plan, direction: Direction): ChartLayout {
  const boxes: Box[] = [];
  const lines: { from: string; to: string }[] = [];
  const seen = new Set<string>();
  let next = 0;
  let deepest = -1;
  const place = (team: Team, depth: number): number => {
    seen.add(team.id);
    deepest = Math.max(deepest, depth);
    const reports = reportsOf(plan, team.id).filter(({ id }) => !seen.has(id));
    for (const { id } of reports) seen.add(id);
    const heights = reports.map((one) => {
      lines.push({ from: team.id, to: one.id });
      return place(one, depth + 1);
    });
    const [first] = heights;
    const y = first === undefined ? next : (first + (heights.at(-1) ?? first)) / 2;
    if (first === undefined) next += chartSize.height + below;
    boxes.push({ kind: 'team', id: team.id, x: depth * (chartSize.width + across), y, ...chartSize });
    return y;
  };
  for (const root of chartRoots(plan)) place(root, 0);
  const width = Math.max(0, (deepest + 1) * (chartSize.width + across) - across);
  const turned = direction === 'rtl' ? boxes.map((box) => ({ ...box, x: width - box.x - box.width })) : boxes;
  const order = new Map(plan.teams.map(({ id }, i) => [id, i]));
  return {
    boxes: turned.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
    lines,
    width,
    height: Math.max(0, next - below),
  };
}
