import type { Plan } from '../../core/plan/schema/plan.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { ChannelIcon } from './ChannelIcon.tsx';
import classes from './ChannelTable.module.css';
import { DataTable } from './DataTable.tsx';
import { Panel } from './Panel.tsx';

type Channel = Plan['channels'][number];

/** How contacts come in. */
export function ChannelTable({ plan }: { plan: Plan }) {
  const { t, format } = useText();
  const hours = (channel: Channel) => {
    const calendar = plan.calendars.find(({ id }) => id === channel.hours);
    return calendar === undefined ? t('app.organisation.alwaysOpen') : <PlanText of={calendar.name} />;
  };
  const patience = ({ patience: law }: Channel): string => {
    if (law === undefined || law.law === 'never') return t('app.organisation.unlimited');
    return 'meanSeconds' in law
      ? t('app.organisation.onAverage', { time: format.duration(law.meanSeconds) })
      : t('app.organisation.limited');
  };
  return (
    <Panel title={t('report.part.channels')} explanation={t('app.organisation.channelsExplain')}>
      <DataTable
        caption={t('report.part.channels')}
        rowHead={t('report.column.channels')}
        columns={[
          { key: 'kind', head: t('app.organisation.kind'), numeric: false },
          { key: 'mode', head: t('app.organisation.mode'), numeric: false },
          { key: 'hours', head: t('app.organisation.hours'), numeric: false },
          { key: 'patience', head: t('app.organisation.patience'), numeric: false },
        ]}
        rows={plan.channels.map((channel) => ({
          key: channel.id,
          head: (
            <span className={classes.name}>
              <ChannelIcon kind={channel.kind} />
              <PlanText of={channel.name} />
            </span>
          ),
          cells: [
            t(`app.organisation.channel.${channel.kind}`),
            t(`app.organisation.${isLive(channel) ? 'live' : 'deferred'}`),
            hours(channel),
            patience(channel),
          ],
        }))}
      />
    </Panel>
  );
}

// The rule of the plan's schema, which the window must not load.
const isLive = ({ kind, mode }: Channel): boolean =>
  mode === undefined ? kind === 'phone' || kind === 'chat' || kind === 'inPerson' : mode === 'live';
