import { IconChevronRight } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { peopleOfGroup } from '../../../core/plan/people.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { ChannelIcon } from '../ChannelIcon.tsx';
import { chartText } from '../structure/chartText.ts';
import { lanesOf } from '../structure/layout.ts';
import classes from './sketch.module.css';

interface OrganisationSketchProps {
  readonly plan: Plan;
  readonly label: string;
  /** The box whose reason is asked for now, as `teams/printers`. */
  readonly asked: string | null;
  /** Whether there is a reason to tell of a box. */
  readonly hasReason: (box: string) => boolean;
  readonly onAsk: (box: string) => void;
}

/** An organisation at a glance: channels, tiers with their teams, and who leads; each box tells why it is there. */
export function OrganisationSketch({ plan, label, ...box }: OrganisationSketchProps) {
  const { t } = useText();
  const lanes = lanesOf(plan)
    .map((lane) => ({ ...lane, boxes: lane.boxes.filter(({ kind }) => kind !== 'issueType') }))
    .filter(({ boxes }) => boxes.length > 0);
  const nameOf = (kind: string, id: string) =>
    kind === 'tier' ? (
      <PlanText of={plan.tiers.find((tier) => tier.id === id)?.name} />
    ) : (
      t.dynamic('needs.sketch.lane', kind)
    );
  return (
    <section className={classes.sketch} aria-label={label}>
      {lanes.map(({ kind, id, boxes }, place) => (
        <Fragment key={id}>
          {place > 0 && (
            <span className={`${classes.way} mirrored`} aria-hidden="true">
              <IconChevronRight size={16} />
            </span>
          )}
          <div className={classes.lane} data-kind={kind}>
            <p className={classes.laneName}>{nameOf(kind, id)}</p>
            <ul>
              {boxes.map((one) => (
                <li key={`${one.kind} ${one.id}`}>
                  {one.kind === 'team' ? (
                    <Box name={`teams/${one.id}`} {...box}>
                      <TeamWords plan={plan} id={one.id} />
                    </Box>
                  ) : (
                    <Box name={`${one.kind}s/${one.id}`} isSmall {...box}>
                      <SmallWords plan={plan} kind={one.kind} id={one.id} />
                    </Box>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </Fragment>
      ))}
    </section>
  );
}

interface BoxProps extends Omit<OrganisationSketchProps, 'plan' | 'label'> {
  readonly name: string;
  readonly isSmall?: boolean;
  readonly children: ReactNode;
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

const peopleIn = (plan: Plan, team: Team): number =>
  team.groups.reduce((sum, group) => sum + peopleOfGroup(plan, team, group), 0);

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
