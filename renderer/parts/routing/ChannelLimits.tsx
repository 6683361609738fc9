import type { Channel } from '../../../core/plan/schema/channel.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { ChatConcurrency } from './ChatConcurrency.tsx';
import classes from './channels.module.css';
import { OptionalPart } from './OptionalPart.tsx';

const most = 1_000_000;

/** What happens at the edges: before opening, at closing, when all places are taken, and how many chats one person holds. */
export function ChannelLimits({ plan, channel }: { plan: Plan; channel: Channel }) {
  const { t } = useText();
  const at = ['channels', channel.id];
  return (
    <div className={classes.option}>
      <FieldGrid>
        <ChoiceAt
          at={[...at, 'afterHours']}
          label={t('routing.channel.afterHours.label')}
          width="100%"
          usual="turnedAway"
          options={(['turnedAway', 'queue'] as const).map((value) => ({
            value,
            label: t(`routing.channel.afterHours.${value}`),
          }))}
          value={channel.afterHours}
        />
        <ChoiceAt
          at={[...at, 'atClosing']}
          label={t('routing.channel.atClosing.label')}
          width="100%"
          usual="serve"
          options={(['serve', 'disconnect'] as const).map((value) => ({
            value,
            label: t(`routing.channel.atClosing.${value}`),
          }))}
          value={channel.atClosing}
        />
        <NumberAt
          at={[...at, 'waitingPlaces']}
          label={t('routing.channel.waitingPlaces')}
          width="100%"
          low={0}
          high={most}
          whole
          optional
          placeholder={t('routing.channel.noLimit')}
          value={channel.waitingPlaces}
        />
        <NumberAt
          at={[...at, 'lines']}
          label={t('routing.channel.lines')}
          width="100%"
          low={1}
          high={most}
          whole
          optional
          placeholder={t('routing.channel.noLimit')}
          value={channel.lines}
        />
      </FieldGrid>
      <OptionalPart plan={plan} channel={channel} part="concurrency">
        <ChatConcurrency channel={channel} />
      </OptionalPart>
    </div>
  );
}
