import { useElementSize } from '@mantine/hooks';
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { waysOf } from '../../../core/plan/ways.ts';
import type { Replay } from '../../../core/playback/replay.ts';
import { useText } from '../../text/TextProvider.tsx';
import { curveBetween, curvePath } from '../board/curve.ts';
import { ScrollFrame } from '../ScrollFrame.tsx';
import { arrowLooks, arrowsOf } from '../structure/arrows.ts';
import { boxKey, type Lane } from '../structure/layout.ts';
import { drawMarks, drawRing, type Palette, type Pen, paletteOf } from './drawMarks.ts';
import classes from './Playback.module.css';
import { contactAt, countsOf, type Mark, marksOf } from './picture.ts';
import type { PlayClock } from './playClock.ts';
import { layoutOf, type Stage, stageOf } from './stage.ts';

interface PlayStageProps {
  readonly plan: Plan;
  readonly clock: PlayClock;
  /** The state at the instant of the clock; null while nothing is known of it. */
  readonly replayNow: () => Replay | null;
  readonly isStill: boolean;
  /** Place of the followed contact in the list of the trace; null: nobody is followed, or it is not there. */
  readonly followedIn: (replay: Replay) => number | null;
  readonly onChoose: (replay: Replay, contact: number) => void;
}

/** Longest time, in simulated seconds, that a contact is seen on its way; and at usual speed in seconds of the watcher. */
const longestTravel = 90;
const travelOfWatcher = 0.5;

/** The organisation as the structure shows it, and over it the contacts and people of the moment. */
export function PlayStage(props: PlayStageProps) {
  const { plan, clock } = props;
  const { t, direction } = useText();
  const { ref, width } = useElementSize();
  const layout = useMemo(() => layoutOf(plan, direction), [plan, direction]);
  const stage = useMemo(
    () => stageOf(plan, layout, width, direction === 'rtl'),
    [plan, layout, width, direction],
  );
  return (
    <div className={classes.stageFrame}>
      <div ref={ref} />
      <ScrollFrame label={t('playback.stage')}>
        {/* Laid out from left to right, as the canvas of the structure is; words have their own direction. */}
        <div
          dir="ltr"
          className={classes.stage}
          style={{ inlineSize: stage.width, blockSize: stage.height }}
          data-stage
          data-narrow={stage.isNarrow || undefined}
        >
          <Scenery plan={plan} stage={stage} />
          <Actors {...props} stage={stage} key={`${clock.fromSeconds}`} />
        </div>
      </ScrollFrame>
    </div>
  );
}

/** What stands still: lanes, arrows, boxes with their names. */
function Scenery({ plan, stage }: { plan: Plan; stage: Stage }) {
  const { t, say, direction } = useText();
  const arrows = useMemo(
    () => arrowsOf(waysOf(plan), { ...stage, boxes: stage.boxes }, null, direction),
    [plan, stage, direction],
  );
  const laneName = ({ kind, id }: Lane): string =>
    kind === 'tier'
      ? say(plan.tiers.find((tier) => tier.id === id)?.name)
      : t.dynamic('structure.lane', plan.tiers.length === 0 && kind === 'outside' ? 'teams' : kind);
  const nameOf = (kind: string, id: string): string => {
    const list = kind === 'team' ? plan.teams : kind === 'channel' ? plan.channels : plan.departments;
    return say(list.find((part) => part.id === id)?.name) || id;
  };
  return (
    <>
      {stage.lanes.map((lane) => (
        <div
          key={`${lane.kind}/${lane.id}`}
          dir={direction}
          className={classes.lane}
          data-kind={lane.kind}
          style={frameOf(lane)}
        >
          {laneName(lane)}
        </div>
      ))}
      <svg className={classes.ways} width={stage.width} height={stage.height} aria-hidden="true">
        {arrows.flatMap(({ id, way, from, to, leave, enter }) => {
          const [one, other] = [stage.byKey.get(from), stage.byKey.get(to)];
          if (one === undefined || other === undefined) return [];
          const { colour, dash } = arrowLooks[way.kind];
          return (
            <path
              key={id}
              d={curvePath(curveBetween(one, other, leave, enter, stage.isRtl))}
              stroke={`var(${colour})`}
              strokeDasharray={dash}
            />
          );
        })}
      </svg>
      {stage.boxes.map((box) => (
        <div
          key={boxKey(box.kind, box.id)}
          dir={direction}
          className={classes.box}
          data-kind={box.kind}
          title={nameOf(box.kind, box.id)}
          style={frameOf(box)}
        >
          <span>{nameOf(box.kind, box.id)}</span>
        </div>
      ))}
    </>
  );
}

const frameOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  left: x,
  top: y,
  width,
  height,
});

interface ActorsProps extends PlayStageProps {
  readonly stage: Stage;
}

function Actors({ clock, replayNow, stage, isStill, followedIn, onChoose }: ActorsProps) {
  const { t, format, language } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef<readonly Mark[]>([]);
  const palette = usePalette(canvas);
  const family = useMemo(() => getComputedStyle(document.body).fontFamily, []);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context == null || palette === null) return;
    const fineness = Math.min(2, window.devicePixelRatio || 1);
    const pen: Pen = { context, fineness, palette };
    const draw = (): void => {
      const replay = replayNow();
      context.setTransform(fineness, 0, 0, fineness, 0, 0);
      context.clearRect(0, 0, stage.width, stage.height);
      if (replay === null) {
        shown.current = [];
        return;
      }
      const travel = isStill ? 0 : Math.min(longestTravel, travelOfWatcher * clock.speed);
      const marks = marksOf(replay, stage, travel);
      shown.current = marks;
      writeCounts(pen, stage, replay, (value) => format.integer(value), family);
      drawMarks(pen, marks);
      const followed = followedIn(replay);
      const mark = followed === null ? undefined : marks.find(({ contact }) => contact === followed);
      if (mark !== undefined) drawRing(pen, mark);
    };
    draw();
    return clock.onFrame(draw);
  }, [clock, replayNow, stage, isStill, palette, family, format, followedIn]);

  const choose = (event: MouseEvent<HTMLCanvasElement>): void => {
    const replay = replayNow();
    const frame = canvas.current?.getBoundingClientRect();
    if (replay === null || frame === undefined) return;
    const found = contactAt(shown.current, event.clientX - frame.left, event.clientY - frame.top);
    if (found !== null) onChoose(replay, found);
  };
  const fineness = Math.min(2, window.devicePixelRatio || 1);
  return (
    // The list below does the same for keyboards, and the table for who does not see it.
    <canvas
      ref={canvas}
      key={language}
      className={classes.actors}
      width={Math.round(stage.width * fineness)}
      height={Math.round(stage.height * fineness)}
      style={{ width: stage.width, height: stage.height }}
      role="img"
      aria-label={t('playback.stage')}
      onClick={choose}
    />
  );
}

/** The colours, anew when the theme turns. */
function usePalette(canvas: { readonly current: HTMLElement | null }): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    const read = (): void => {
      if (canvas.current !== null) setPalette(paletteOf(canvas.current));
    };
    read();
    const watch = new MutationObserver(read);
    watch.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => watch.disconnect();
  }, [canvas]);
  return palette;
}

/** How many wait, and how many of those on duty are at work, above their rooms. */
function writeCounts(
  { context, palette }: Pen,
  stage: Stage,
  replay: Replay,
  write: (value: number) => string,
  family: string,
): void {
  context.textBaseline = 'alphabetic';
  context.font = `600 12px ${family}`;
  const start = stage.isRtl ? 'right' : 'left';
  for (const { team, waiting, busy, onDuty } of countsOf(replay)) {
    const rooms = stage.teams.get(team);
    if (rooms === undefined) continue;
    const { line, agents } = rooms;
    const edge = ({ x, width }: typeof line): number => (stage.isRtl ? x + width : x);
    context.textAlign = start;
    context.fillStyle = waiting > 0 ? palette.waiting : palette.pale;
    context.fillText(write(waiting), edge(line), line.y - 6);
    context.fillStyle = onDuty > 0 ? palette.handled : palette.pale;
    // A slash between numbers stands in their order in both directions.
    context.direction = 'ltr';
    context.fillText(
      stage.isRtl ? `${write(onDuty)} / ${write(busy)}` : `${write(busy)} / ${write(onDuty)}`,
      edge(agents),
      agents.y - 6,
    );
  }
}
