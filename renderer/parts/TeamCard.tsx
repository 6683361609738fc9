import { Text, Title } from '@mantine/core';
import { IconClock, IconMapPin } from '@tabler/icons-react';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Group, Team } from '../../core/plan/schema/team.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { ChannelIcon } from './ChannelIcon.tsx';
import classes from './TeamCard.module.css';
import { useStaffingText } from './useStaffingText.ts';

/** One team: what it does, for whom, when, and who is in it. */
export function TeamCard({ team, plan }: { team: Team; plan: Plan }) {
  const { t, say } = useText();
  const { issueTypes, channels } = team.serves;
  const hours = plan.calendars.find(({ id }) => id === team.hours);
  const served = plan.channels.filter(({ id }) => channels === undefined || channels.includes(id));
  const issues = plan.issueTypes.filter(({ id }) => issueTypes?.includes(id) === true);
  return (
    <article className={classes.card} aria-label={say(team.name)}>
      <Title order={4} size="h6">
        <PlanText of={team.name} />
      </Title>
      {team.specialty !== undefined && (
        <Text size="sm" c="dimmed">
          <PlanText of={team.specialty} />
        </Text>
      )}
      {served.length === plan.channels.length ? (
        <p className={classes.issues}>{t('app.organisation.allChannels')}</p>
      ) : (
        <ul className={classes.channels} aria-label={t('report.part.channels')}>
          {served.map((channel) => (
            <li key={channel.id}>
              <ChannelIcon kind={channel.kind} />
              <PlanText of={channel.name} />
            </li>
          ))}
        </ul>
      )}
      <p className={classes.issues}>
        {issueTypes === undefined ? (
          t('app.organisation.allIssues')
        ) : (
          <>
            <span className={classes.label}>{t('report.part.issueTypes')}: </span>
            {issues.map((issue, place) => (
              <span key={issue.id}>
                {place > 0 && t('app.organisation.comma')}
                <PlanText of={issue.name} />
              </span>
            ))}
          </>
        )}
      </p>
      <ul className={classes.facts}>
        <li>
          <IconClock size={16} aria-hidden />
          {hours === undefined ? t('app.organisation.alwaysOpen') : <PlanText of={hours.name} />}
        </li>
        {team.site !== undefined && (
          <li>
            <IconMapPin size={16} aria-hidden />
            <span>
              {team.site.name !== undefined && <PlanText of={team.site.name} />}{' '}
              <bdi>{team.site.timeZone}</bdi>
            </span>
          </li>
        )}
      </ul>
      <ul className={classes.groups} aria-label={t('app.organisation.groups')}>
        {team.groups.map((group) => (
          <GroupLine key={group.id} group={group} plan={plan} />
        ))}
      </ul>
    </article>
  );
}

function GroupLine({ group, plan }: { group: Group; plan: Plan }) {
  const { t } = useText();
  const staffing = useStaffingText(plan);
  const role = plan.roles.find(({ id }) => id === group.role);
  const name = group.name ?? role?.name;
  return (
    <li>
      <span className={classes.groupName}>
        {name === undefined ? t('app.organisation.group') : <PlanText of={name} />}
        {group.sourcing !== 'inHouse' && (
          <span className={classes.tag}>{t(`app.organisation.sourcing.${group.sourcing}`)}</span>
        )}
      </span>
      {group.headcount !== undefined && (
        <span className={classes.people}>{t('app.organisation.headcount', { number: group.headcount })}</span>
      )}
      {staffing(group.staffing).map((line) => (
        <span key={line} className={classes.staffing}>
          {line}
        </span>
      ))}
    </li>
  );
}
