import { withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import { isLive } from '../../../core/plan/isLive.ts';
import type { Channel } from '../../../core/plan/schema/channel.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { LawAt } from '../at/LawAt.tsx';
import { memoCard } from '../at/memoCard.ts';
import { FieldGrid, PartCard } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { ChannelIcon } from '../ChannelIcon.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { ChannelFront } from './ChannelFront.tsx';
import { ChannelLimits } from './ChannelLimits.tsx';
import { ChannelWaiting } from './ChannelWaiting.tsx';
import { channelKinds } from './channelEdits.ts';
import classes from './channels.module.css';
import { MoveButtons } from './MoveButtons.tsx';

interface ChannelCardProps {
  readonly plan: Plan;
  readonly channel: Channel;
  readonly position: number;
  readonly count: number;
  /** What call-backs go to, by id and name: the card shows them as choices. */
  readonly callBacks: string;
}

/** What holds where nothing is said. */
const usual = '';

/** One channel: what it is, when it is open and how long customers wait; the rest on demand. */
export const ChannelCard = memoCard(
  ({ plan, channel, position, count }: ChannelCardProps) => {
    const { t, say } = useText();
    const edit = usePlanEdit();
    const at = ['channels', channel.id];
    const name = say(channel.name);
    const live = isLive({ kind: channel.kind });
    return (
      <PartCard
        label={name}
        at={at}
        name={
          <div className={classes.name}>
            <ChannelIcon kind={channel.kind} />
            <TextAt
              at={[...at, 'name']}
              label={t('routing.channel.name')}
              hideLabel
              width={260}
              value={channel.name}
            />
          </div>
        }
        actions={<MoveButtons label={name} list={['channels']} position={position} count={count} />}
        onRemove={() => edit((now) => withoutPart(now, 'channels', channel.id))}
      >
        <FieldGrid>
          <ChoiceAt
            at={[...at, 'kind']}
            label={t('routing.channel.kind')}
            width="100%"
            options={channelKinds.map((kind) => ({ value: kind, label: t(`routing.kinds.${kind}`) }))}
            value={channel.kind}
          />
          <ChoiceAt<string>
            at={[...at, 'mode']}
            label={t('routing.channel.mode')}
            width="100%"
            usual={usual}
            options={[
              {
                value: usual,
                label: t(live ? 'routing.channel.usuallyLive' : 'routing.channel.usuallyDeferred'),
              },
              { value: 'live', label: t('routing.channel.live') },
              { value: 'deferred', label: t('routing.channel.deferred') },
            ]}
            value={channel.mode}
          />
          <ChoiceAt<string>
            at={[...at, 'hours']}
            label={t('routing.channel.hours')}
            width="100%"
            usual={usual}
            options={[
              { value: usual, label: t('routing.hours.alwaysOpen') },
              ...partsOf(plan.calendars, say),
            ]}
            value={channel.hours}
          />
          <QuantityAt
            at={[...at, 'costPerContact']}
            label={t('routing.channel.cost')}
            width="100%"
            as="money"
            optional
            value={channel.costPerContact}
          />
        </FieldGrid>
        <div className={classes.row}>
          <LawAt
            at={[...at, 'patience']}
            label={t('routing.channel.patience')}
            optional
            none={t('routing.channel.endless')}
            value={channel.patience}
          />
          <QuantityAt
            at={[...at, 'balkingShare']}
            label={t('routing.channel.balking')}
            as="share"
            width={220}
            value={channel.balkingShare}
          />
        </div>
        <div className={classes.more}>
          <Disclosure title={t('routing.channel.waitingMore')}>
            <ChannelWaiting plan={plan} channel={channel} />
          </Disclosure>
          <Disclosure title={t('routing.channel.limits')}>
            <ChannelLimits plan={plan} channel={channel} />
          </Disclosure>
          <Disclosure title={t('routing.channel.front')} name="front">
            <ChannelFront plan={plan} channel={channel} />
          </Disclosure>
        </div>
      </PartCard>
    );
  },
  ['tiers', 'teams', 'calendars'],
);
