import { memo } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Direction } from '../../../locales/settings.ts';
import { useText } from '../../text/TextProvider.tsx';
import { BoxMenu } from './BoxMenu.tsx';
import type { Lane } from './layout.ts';
import classes from './Structure.module.css';
import type { Acts } from './useActs.ts';

interface LaneHeadProps {
  readonly plan: Plan;
  readonly lane: Lane;
  readonly acts: Acts;
  readonly direction: Direction;
  readonly isTarget: boolean;
  readonly isChosen: boolean;
  readonly hasProblem: boolean;
  readonly canEdit: boolean;
}

/** The ground of a lane with its name; of a tier also its menu. */
export const LaneHead = memo(function LaneHead(props: LaneHeadProps) {
  const { plan, lane, acts, direction, isTarget, isChosen, hasProblem, canEdit } = props;
  const { t, say } = useText();
  const tier = lane.kind === 'tier' ? plan.tiers.find(({ id }) => id === lane.id) : undefined;
  const isOnly = plan.tiers.length === 0;
  const name =
    tier === undefined
      ? t.dynamic('structure.lane', isOnly && lane.kind === 'outside' ? 'teams' : lane.kind)
      : say(tier.name) || tier.id;
  return (
    <div
      className={classes.lane}
      dir={direction}
      data-lane={lane.id}
      data-kind={lane.kind}
      data-target={isTarget || undefined}
      data-problem={hasProblem || undefined}
    >
      {tier === undefined ? (
        <span className={classes.laneName}>{name}</span>
      ) : (
        <span className={classes.laneHead}>
          <button
            type="button"
            className={`${classes.laneName} nodrag nopan`}
            aria-pressed={isChosen}
            onClick={() => acts.choose({ kind: 'tier', id: tier.id })}
          >
            <bdi>{name}</bdi>
          </button>
          <BoxMenu
            label={t('structure.menu.of', { part: name })}
            of={`tier:${tier.id}`}
            acts={() => acts.ofTier(tier.id)}
            disabled={!canEdit}
          />
        </span>
      )}
    </div>
  );
});
