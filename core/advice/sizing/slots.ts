// The shifts that a team may have: stretches of the open week in which its number of agents stays the same.
import type { Weekday } from '../../plan/schema/elements.ts';
import type { OpenWeek, Span } from '../company/openWeek.ts';
import type { TeamDraft } from '../structures/structure.ts';

export interface Slot {
  readonly team: string;
  readonly days: readonly Weekday[];
  /** Place of the kind of day in the open week. */
  readonly kind: number;
  readonly from: number;
  readonly to: number;
}

const hour = 60;
const shift = 8 * hour;
/** A stretch up to this is one shift. */
const longestShift = 9.5 * hour;
/** The office day, where it is open so long. */
const office: Span = { from: 9 * hour, to: 17 * hour };
const peak: Span = { from: 10 * hour, to: 14 * hour };

/** One shift, two that overlap around noon, or three. Example: 08:00 to 20:00 is 08:00-16:00 and 12:00-20:00. */
function covering({ from, to }: Span): Span[] {
  const length = to - from;
  if (length <= longestShift) return [{ from, to }];
  if (length <= 2 * shift)
    return [
      { from, to: from + shift },
      { from: to - shift, to },
    ];
  const middle = Math.round((from + to) / 2 / 30) * 30;
  return [
    { from, to: from + shift },
    { from: middle - shift / 2, to: middle + shift / 2 },
    { from: to - shift, to },
  ];
}

const within = (inner: Span, outer: Span): Span => ({
  from: Math.max(inner.from, outer.from),
  to: Math.min(inner.to, outer.to),
});
const isLong = ({ from, to }: Span, least = 30): boolean => to - from >= least;

/** The own team's day: the office hours that are open, or all of a short day. */
function officeSpan(spans: readonly Span[]): Span | undefined {
  const [first] = spans;
  if (first === undefined) return undefined;
  if (spans.length === 1 && first.to - first.from <= longestShift) return first;
  const inside = spans.map((span) => within(office, span)).filter((span) => isLong(span, 2 * hour));
  return inside[0] ?? first;
}

/** What the office day leaves over, else its peak. */
function helpingSpans(spans: readonly Span[], isWeekend: boolean): Span[] {
  const own = isWeekend ? undefined : officeSpan(spans);
  if (own === undefined) return spans.flatMap(covering);
  const rest = spans
    .flatMap((span) => [
      within({ from: 0, to: own.from }, span),
      within({ from: own.to, to: 24 * hour }, span),
    ])
    .filter((span) => isLong(span));
  if (rest.length > 0) return rest.flatMap(covering);
  const top = within(peak, own);
  return [isLong(top, hour) ? top : own];
}

export function slotsOf(week: OpenWeek, { id, duty }: Pick<TeamDraft, 'id' | 'duty'>): readonly Slot[] {
  const hasWorkdays = week.kinds.some(({ isWeekend }) => !isWeekend);
  return week.kinds.flatMap(({ days, spans, isWeekend }, kind) => {
    const isOff = isWeekend && hasWorkdays;
    const own = officeSpan(spans);
    const stretches =
      duty === 'open'
        ? spans.flatMap(covering)
        : duty === 'office'
          ? isOff || own === undefined
            ? []
            : [own]
          : helpingSpans(spans, isOff);
    return stretches.map(({ from, to }) => ({ team: id, days, kind, from, to }));
  });
}
