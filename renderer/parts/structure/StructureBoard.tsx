import { useCallback, useMemo, useState } from 'react';
import type { ShortEvaluation } from '../../../core/measures/shortEvaluation.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { WayKind } from '../../../core/plan/ways.ts';
import { teamFigures } from '../../../core/report/teamFigures.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Board, type BoardBox, type BoardLane } from '../board/Board.tsx';
import type { Point } from '../board/curve.ts';
import { type Arrow, arrowLooks } from './arrows.ts';
import { type Chosen, type ChosenKind, isChosen } from './chosen.ts';
import { dropAt, partsOf } from './dropped.ts';
import { LaneHead } from './LaneHead.tsx';
import { type BoardLayout, type Box, boxKey, laneAt } from './layout.ts';
import type { Problem } from './problems.ts';
import { SmallBox } from './SmallBox.tsx';
import { TeamBox } from './TeamBox.tsx';
import type { Acts } from './useActs.ts';
import { useForesight } from './useForesight.ts';
import { useWayText } from './useWayText.ts';
import { Zoom } from './Zoom.tsx';

interface StructureBoardProps {
  readonly plan: Plan;
  readonly evaluation: ShortEvaluation | null;
  readonly layout: BoardLayout;
  readonly arrows: readonly Arrow[];
  readonly hidden: ReadonlySet<WayKind>;
  readonly problems: readonly Problem[];
  readonly chosen: Chosen | null;
  readonly acts: Acts;
  readonly canEdit: boolean;
}

/** The organisation as a canvas: lanes, cards and arrows, to be dragged, joined and drawn. */
export function StructureBoard(props: StructureBoardProps) {
  const { plan, layout, arrows, hidden, chosen, acts, canEdit } = props;
  const { t, format } = useText();
  const wayText = useWayText(plan);
  const [target, setTarget] = useState<string | null>(null);
  const boxes = useBoxes(props);
  const lanes = useLanes(props, target);

  const drawn = useMemo(
    () =>
      arrows
        .filter(({ way }) => !hidden.has(way.kind))
        .map((arrow) => ({
          ...arrow,
          ...arrowLooks[arrow.way.kind],
          label:
            arrow.perDay === null || (arrow.labelAt === null && !touches(chosen, arrow))
              ? null
              : format.number(arrow.perDay, { decimals: arrow.perDay < 10 ? 1 : 0, trim: true }),
          labelAt: arrow.labelAt ?? 0.5,
          title: wayText(arrow.way, arrow.perDay),
          tone: toneOf(chosen, arrow),
        })),
    [arrows, hidden, chosen, format, wayText],
  );

  const foresee = useForesight(plan, layout);
  const hold = useCallback(
    (box: string | null, at: Point | null) => {
      foresee(box, at);
      const isTeam = box?.startsWith('team:') === true && at !== null;
      const lane = isTeam ? laneAt(layout, at) : undefined;
      setTarget(lane !== undefined && (lane.kind === 'tier' || lane.kind === 'outside') ? lane.id : null);
    },
    [layout, foresee],
  );
  const drop = (key: string, at: Point): void => {
    const what = dropAt(layout, key, at);
    if (what?.kind === 'serve') acts.serve(what.team, what.list, what.id);
    else if (what?.kind === 'merge') acts.merge(what.into, what.gone);
    else if (what?.kind === 'move') acts.moveTeam(what.team, what.tier, what.before);
  };
  const draw = (from: string, to: string): void => {
    const [, source = ''] = partsOf(from);
    const [kind = '', id = ''] = partsOf(to);
    if (kind === 'department') acts.draw(source, id, 'department');
    else if (kind === 'team') {
      const tierOf = (team: string) => plan.teams.find((one) => one.id === team)?.tier;
      acts.draw(source, id, tierOf(source) === tierOf(id) ? 'overflow' : 'functional');
    }
  };
  const chooseArrow = (id: string): void => {
    const way = arrows.find((arrow) => arrow.id === id)?.way;
    if (way !== undefined) acts.choose({ kind: 'way', of: way.kind, from: way.from, to: way.to });
  };
  return (
    <Board
      label={t('structure.board')}
      boxes={boxes}
      lanes={lanes}
      arrows={drawn}
      width={layout.width}
      height={layout.height}
      onChooseArrow={chooseArrow}
      onChooseNothing={() => acts.choose(null)}
      {...(canEdit && { onDrop: drop, onHold: hold, onDraw: draw })}
      controls={(steps) => <Zoom steps={steps} />}
    />
  );
}

const touches = (chosen: Chosen | null, { way, from, to }: Arrow): boolean => {
  if (chosen === null) return false;
  if (chosen.kind === 'way')
    return chosen.of === way.kind && chosen.from === way.from && chosen.to === way.to;
  const key = `${chosen.kind}:${chosen.id}`;
  return key === from || key === to;
};

function toneOf(chosen: Chosen | null, arrow: Arrow): 'plain' | 'chosen' | 'faint' {
  if (chosen === null || chosen.kind === 'tier' || chosen.kind === 'issueType') return 'plain';
  return touches(chosen, arrow) ? 'chosen' : 'faint';
}

function useBoxes(props: StructureBoardProps): readonly BoardBox[] {
  const { plan, evaluation, layout, problems, chosen, acts, canEdit } = props;
  return useMemo(() => {
    const found = (kind: ChosenKind, id: string) =>
      problems.filter(({ box }) => box !== null && isChosen(box, kind, id));
    const contentOf = (box: Box) => {
      const own = found(box.kind, box.id);
      const marks = { isChosen: isChosen(chosen, box.kind, box.id), canEdit, hasFault: own.some(isFault) };
      if (box.kind === 'team') {
        const team = plan.teams.find(({ id }) => id === box.id);
        if (team === undefined) return null;
        const figures = teamFigures(plan, team, evaluation);
        return (
          <TeamBox {...marks} plan={plan} team={team} acts={acts} figures={figures} problems={own.length} />
        );
      }
      const { kind, id } = box;
      const list = kind === 'channel' ? 'channels' : kind === 'issueType' ? 'issueTypes' : 'departments';
      const part = plan[list].find((one) => one.id === id);
      if (part === undefined) return null;
      return (
        <SmallBox
          {...marks}
          kind={kind}
          part={part as Parameters<typeof SmallBox>[0]['part']}
          onChoose={() => acts.choose({ kind, id })}
          {...(list !== 'departments' && { acts: () => acts.ofServed(list, id) })}
        />
      );
    };
    return layout.boxes.map((box) => ({
      ...box,
      id: boxKey(box.kind, box.id),
      canMove: canEdit && box.kind !== 'department',
      canDraw: canEdit && box.kind === 'team',
      content: contentOf(box),
    }));
  }, [plan, evaluation, layout, problems, chosen, acts, canEdit]);
}

const isFault = ({ isError }: Problem): boolean => isError;

function useLanes(props: StructureBoardProps, target: string | null): readonly BoardLane[] {
  const { plan, layout, problems, chosen, acts, canEdit } = props;
  const { direction } = useText();
  return useMemo(
    () =>
      layout.lanes.map((lane) => ({
        ...lane,
        id: `lane:${lane.id}`,
        content: (
          <LaneHead
            plan={plan}
            lane={lane}
            acts={acts}
            direction={direction}
            isTarget={target === lane.id}
            isChosen={isChosen(chosen, 'tier', lane.id)}
            hasProblem={problems.some(({ box }) => box !== null && isChosen(box, 'tier', lane.id))}
            canEdit={canEdit}
          />
        ),
      })),
    [plan, layout, problems, chosen, acts, canEdit, direction, target],
  );
}
