import { Fragment, type ReactNode } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { ChannelIcon } from '../ChannelIcon.tsx';
import { chartText } from '../structure/chartText.ts';
import classes from './sketch.module.css';
import { peopleIn, sketchLanes } from './sketchLanes.ts';

interface OrganisationSketchProps {
  readonly plan: Plan;
  readonly label: string;
  /** The box whose reason is asked for now, as `teams/printers`. */
  readonly asked: string | null;
  /** Whether there is a reason to tell of a box. */
  readonly hasReason: (box: string) => boolean;
  readonly onAsk: (box: string) => void;
  /** The reason, which stands below the tier of its box. */
  readonly children: ReactNode;
}

/** An organisation at a glance: channels, tiers with their teams, and who leads; each box tells why it is there. */
export function OrganisationSketch({ plan, label, children, ...box }: OrganisationSketchProps) {
  const { t } = useText();
  const lanes = sketchLanes(plan);
  const nameOf = (kind: string, id: string) =>
    kind === 'tier' ? (
      <PlanText of={plan.tiers.find((tier) => tier.id === id)?.name} />
    ) : (
      t.dynamic('needs.sketch.lane', kind)
    );
  return (
    <section className={classes.sketch} aria-label={label}>
      {lanes.map(({ kind, id, boxes }) => (
        <Fragment key={id}>
          <div className={classes.lane} data-kind={kind}>
            <LaneName name={`tiers/${id}`} {...box}>
              {nameOf(kind, id)}
            </LaneName>
            <ul>
              {boxes.map((one) => (
                <li key={`${one.kind} ${one.id}`}>
                  {one.kind === 'team' ? (
                    <Box name={boxName(one)} {...box}>
                      <TeamWords plan={plan} id={one.id} />
                    </Box>
                  ) : (
                    <Box name={boxName(one)} isSmall {...box}>
                      <SmallWords plan={plan} kind={one.kind} id={one.id} />
                    </Box>
                  )}
                </li>
              ))}
            </ul>
          </div>
          {[`tiers/${id}`, ...boxes.map(boxName)].some((one) => one === box.asked) && children}
        </Fragment>
      ))}
    </section>
  );
}

/** The place of a box in the plan. */
const boxName = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind}s/${id}`;

interface BoxProps extends Omit<OrganisationSketchProps, 'plan' | 'label'> {
  readonly name: string;
  readonly isSmall?: boolean;
  readonly children: ReactNode;
}

function LaneName({ name, asked, hasReason, onAsk, children }: BoxProps) {
  const { t } = useText();
  return (
    <div className={classes.laneName}>
      {children}
      {hasReason(name) && (
        <button
          type="button"
          className={classes.laneWhy}
          data-box={name}
          aria-expanded={asked === name}
          onClick={() => onAsk(name)}
        >
          {t('needs.why')}
        </button>
      )}
    </div>
  );
}

function Box({ name, isSmall = false, asked, hasReason, onAsk, children }: BoxProps) {
  const { t } = useText();
  const shared = { className: classes.box, 'data-box': name, 'data-small': isSmall || undefined };
  if (!hasReason(name)) return <div {...shared}>{children}</div>;
  return (
    <button type="button" {...shared} aria-expanded={asked === name} onClick={() => onAsk(name)}>
      {children}
      <span className={classes.why}>{t('needs.why')}</span>
    </button>
  );
}

function TeamWords({ plan, id }: { plan: Plan; id: string }) {
  const texts = useText();
  const { format } = texts;
  const team = plan.teams.find((one) => one.id === id);
  if (team === undefined) return null;
  const { people, spans } = chartText(texts, plan, team);
  return (
    <>
      <span className={classes.boxHead}>
        <strong>
          <PlanText of={team.name} />
        </strong>
        <span className={classes.count}>{format.integer(peopleIn(plan, team))}</span>
      </span>
      <span className={classes.who}>{people}</span>
      {spans !== null && <span className={classes.who}>{spans}</span>}
    </>
  );
}

function SmallWords({ plan, kind, id }: { plan: Plan; kind: string; id: string }) {
  if (kind === 'channel') {
    const channel = plan.channels.find((one) => one.id === id);
    if (channel === undefined) return null;
    return (
      <span className={classes.small}>
        <ChannelIcon kind={channel.kind} />
        <PlanText of={channel.name} />
      </span>
    );
  }
  return (
    <span className={classes.small}>
      <PlanText of={plan.departments.find((one) => one.id === id)?.name} />
    </span>
  );
}
