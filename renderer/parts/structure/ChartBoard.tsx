import { useMemo } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Board } from '../board/Board.tsx';
import type { Point } from '../board/curve.ts';
import { ChartBox } from './ChartBox.tsx';
import type { ChartLayout } from './chart.ts';
import { type Chosen, isChosen } from './chosen.ts';
import { boxKey } from './layout.ts';
import type { Problem } from './problems.ts';
import type { Acts } from './useActs.ts';
import { Zoom } from './Zoom.tsx';

interface ChartBoardProps {
  readonly plan: Plan;
  readonly layout: ChartLayout;
  readonly problems: readonly Problem[];
  readonly chosen: Chosen | null;
  readonly acts: Acts;
  readonly canEdit: boolean;
}

/** Who reports to whom; a team that is dragged onto another reports to it. */
export function ChartBoard({ plan, layout, problems, chosen, acts, canEdit }: ChartBoardProps) {
  const { t, say } = useText();
  const boxes = useMemo(
    () =>
      layout.boxes.flatMap((box) => {
        const team = plan.teams.find(({ id }) => id === box.id);
        if (team === undefined) return [];
        const own = problems.filter(({ box: of }) => of !== null && isChosen(of, 'team', team.id));
        return [
          {
            ...box,
            id: boxKey('team', box.id),
            canMove: canEdit,
            canDraw: false,
            content: (
              <ChartBox
                plan={plan}
                team={team}
                acts={acts}
                isChosen={isChosen(chosen, 'team', team.id)}
                hasFault={own.some(({ isError }) => isError)}
                canEdit={canEdit}
              />
            ),
          },
        ];
      }),
    [layout, plan, problems, chosen, acts, canEdit],
  );
  const arrows = useMemo(
    () =>
      layout.lines.map(({ from, to }) => ({
        id: `reports:${to}`,
        from: boxKey('team', from),
        to: boxKey('team', to),
        leave: 0.5,
        enter: 0.5,
        colour: '--line-strong',
        dash: '',
        label: null,
        labelAt: 0.5,
        title: t('structure.reports', {
          team: say(plan.teams.find(({ id }) => id === to)?.name),
          to: say(plan.teams.find(({ id }) => id === from)?.name),
        }),
        tone: 'plain' as const,
      })),
    [layout, plan, say, t],
  );
  const drop = (key: string, at: Point): void => {
    const id = key.slice('team:'.length);
    const over = layout.boxes.find(
      (box) =>
        box.id !== id &&
        at.x > box.x &&
        at.x < box.x + box.width &&
        at.y > box.y &&
        at.y < box.y + box.height,
    );
    if (over !== undefined) acts.report(id, over.id);
  };
  return (
    <Board
      label={t('structure.chart')}
      boxes={boxes}
      lanes={noLanes}
      arrows={arrows}
      width={layout.width}
      height={layout.height}
      onChooseNothing={() => acts.choose(null)}
      {...(canEdit && { onDrop: drop })}
      controls={(steps) => <Zoom steps={steps} />}
    />
  );
}

const noLanes = [] as const;
