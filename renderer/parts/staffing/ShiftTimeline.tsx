import { Fragment, type ReactNode } from 'react';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Staffing } from '../../../core/plan/schema/team.ts';
import type { OpenPlan } from '../../state/session.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { type Bar, rowsOf } from './bars.ts';
import { closedSpans } from './closedSpans.ts';
import { minutesPerDay } from './dayTime.ts';
import type { GroupPlace } from './shiftEdits.ts';
import { useClockText } from './useClockText.ts';
import { type Grip, type ShiftMoves, useShiftMoves } from './useShiftMoves.ts';
import classes from './WeekTimeline.module.css';
import { spanStyle, WeekTimeline } from './WeekTimeline.tsx';

interface ShiftTimelineProps {
  readonly open: OpenPlan;
  readonly of: GroupPlace;
  readonly staffing: Extract<Staffing, { kind: 'shifts' }>;
  readonly label: string;
  readonly selected: number | null;
  readonly onSelect: (assignment: number) => void;
  readonly below?: (day: Weekday) => ReactNode;
}

const laneHeight = 38;

/** The shifts of a group, day by day: bars to move, to lengthen and to give breaks. */
export function ShiftTimeline(props: ShiftTimelineProps) {
  const { open, of, staffing, label, selected, onSelect, below } = props;
  const { format } = useText();
  const moves = useShiftMoves(open, of, onSelect);
  const rows = rowsOf(staffing.assignments, open.plan.shifts, format.week(), moves.timesNow);
  const rowOf = (day: Weekday) => rows.find((row) => row.day === day);
  return (
    <WeekTimeline
      label={label}
      closed={closedSpans(open.plan, of.team)}
      height={(day) => (rowOf(day)?.lanes ?? 1) * laneHeight}
      target={moves.moving?.day ?? null}
      {...(below !== undefined && { below })}
    >
      {(day) =>
        rowOf(day)?.bars.map((bar) => (
          <ShiftBar key={bar.key} bar={bar} moves={moves} isSelected={bar.assignment === selected} />
        ))
      }
    </WeekTimeline>
  );
}

function ShiftBar({ bar, moves, isSelected }: { bar: Bar; moves: ShiftMoves; isSelected: boolean }) {
  const { t, say, format } = useText();
  const { minutesText: spanText } = useClockText();
  const { times, day, agents, shift, isRest, lane } = bar;
  const name = say(shift.name);
  const said = spanText(times.start, times.end);
  const isMoving = moves.moving?.bar.key === bar.key;
  const words = t('people.timeline.bar', {
    shift: name,
    day: format.weekday(day),
    agents: format.unit(agents, 'agents'),
  });
  const grip = (of: Grip) => ({
    onPointerDown: moves.onPointerDown(bar, of),
    onKeyDown: moves.onKeyDown(bar, of),
    onKeyUp: moves.onKeyUp,
    onBlur: moves.onBlur,
  });
  return (
    <div
      className={classes.bar}
      style={{ ...spanStyle(bar), insetBlockStart: lane * laneHeight + 2 }}
      data-bar={bar.key}
      data-selected={isSelected}
      data-dragged={isMoving && moves.moving?.isDragged === true}
      data-runs={!isRest && times.end > minutesPerDay}
      data-rest={isRest}
      title={`${words} ${said}`}
    >
      {isRest ? (
        <span className={classes.body} aria-hidden="true" onPointerDown={moves.onPointerDown(bar, 'whole')}>
          <bdi>{name}</bdi>
        </span>
      ) : (
        <div
          className={classes.body}
          role="slider"
          tabIndex={0}
          aria-label={words}
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={minutesPerDay}
          aria-valuenow={times.start}
          aria-valuetext={said}
          {...grip('whole')}
        >
          <strong title={name}>
            <PlanText of={shift.name} />
          </strong>
          <bdi className={classes.times}>
            {t('people.timeline.inBar', { span: said, agents: format.number(agents) })}
          </bdi>
        </div>
      )}
      {(['start', 'end'] as const)
        .filter((edge) => (edge === 'start' ? !isRest : isRest || times.end <= minutesPerDay))
        .map((edge) => (
          <span
            key={edge}
            className={classes.edge}
            data-edge={edge}
            aria-hidden="true"
            onPointerDown={moves.onPointerDown(bar, edge)}
          />
        ))}
      <Pauses bar={bar} isSelected={isSelected} grip={grip} spanText={spanText} />
    </div>
  );
}

interface PausesProps {
  readonly bar: Bar;
  readonly isSelected: boolean;
  readonly grip: (of: Grip) => object;
  readonly spanText: (from: number, to: number) => string;
}

/** Breaks lie on their bar; those of the chosen shift can be reached by keyboard. */
function Pauses({ bar, isSelected, grip, spanText }: PausesProps) {
  const { t, say } = useText();
  const { from, to, isRest, times, shift } = bar;
  const day = isRest ? minutesPerDay : 0;
  return times.breaks.map((pause, at) => {
    const start = pause.start - day;
    const end = Math.min(start + pause.minutes, to);
    if (start < from || start >= to) return null;
    const place = { from: start - from, to: end - from };
    const share = minutesPerDay / (to - from);
    const style = spanStyle({ from: place.from * share, to: place.to * share });
    // What one takes hold of is wider than a short break is drawn.
    const grab = `max(24px, ${style.inlineSize})`;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a break has no name; its place in the shift is what it is.
      <Fragment key={at}>
        <span className={classes.pause} style={style} aria-hidden="true" />
        <span
          className={classes.grab}
          style={{
            inlineSize: grab,
            insetInlineStart: `calc(${style.insetInlineStart} - (${grab} - ${style.inlineSize}) / 2)`,
          }}
          role="slider"
          tabIndex={isSelected && !isRest ? 0 : -1}
          aria-label={t('people.timeline.break', { shift: say(shift.name) })}
          aria-valuemin={times.start}
          aria-valuemax={times.end}
          aria-valuenow={pause.start}
          aria-valuetext={spanText(pause.start, pause.start + pause.minutes)}
          title={spanText(pause.start, pause.start + pause.minutes)}
          {...grip(at)}
        />
      </Fragment>
    );
  });
}
