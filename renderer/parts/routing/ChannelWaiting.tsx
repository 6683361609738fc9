import type { Channel } from '../../../core/plan/schema/channel.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { LawAt } from '../at/LawAt.tsx';
import { FieldGrid, PartCard } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { SwitchAt } from '../at/SwitchAt.tsx';
import { addTierPatience } from './channelEdits.ts';
import classes from './channels.module.css';
import { OptionalPart } from './OptionalPart.tsx';

interface ChannelPartProps {
  readonly plan: Plan;
  readonly channel: Channel;
}

/** Patience in single tiers, and who tries again. */
export function ChannelWaiting({ plan, channel }: ChannelPartProps) {
  const { t, say } = useText();
  const edit = useSession((session) => session.edit);
  const at = ['channels', channel.id];
  const more = addTierPatience(plan, channel);
  return (
    <div className={classes.option}>
      {channel.patienceByTier.map((entry, position) => {
        const own = [...at, 'patienceByTier', position];
        const tier = plan.tiers.find(({ id }) => id === entry.tier);
        return (
          <PartCard
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id; their place is what they are known by.
            key={position}
            label={t('routing.channel.tierPatience', { tier: say(tier?.name) || entry.tier })}
            at={own}
            name={
              <ChoiceAt<string>
                at={[...own, 'tier']}
                label={t('routing.channel.tier')}
                width={240}
                options={partsOf(plan.tiers, say)}
                value={entry.tier}
              />
            }
            onRemove={() => void edit([{ change: 'remove', at: own }])}
          >
            <div className={classes.row}>
              <LawAt at={[...own, 'patience']} label={t('routing.channel.patience')} value={entry.patience} />
              <QuantityAt
                at={[...own, 'balkingShare']}
                label={t('routing.channel.balking')}
                as="share"
                width={220}
                value={entry.balkingShare}
              />
            </div>
          </PartCard>
        );
      })}
      {more.length > 0 && (
        <div>
          <AddButton
            list={`channels/${channel.id}/patienceByTier`}
            label={t('routing.channel.addTierPatience')}
            onAdd={() => void edit(more)}
          />
        </div>
      )}
      <OptionalPart plan={plan} channel={channel} part="redial">
        {channel.redial !== undefined && (
          <>
            <FieldGrid>
              <QuantityAt
                at={[...at, 'redial', 'share']}
                label={t('routing.channel.redial.share')}
                as="share"
                width="100%"
                value={channel.redial.share}
              />
              <QuantityAt
                at={[...at, 'redial', 'blockedShare']}
                label={t('routing.channel.redial.blockedShare')}
                as="share"
                width="100%"
                optional
                value={channel.redial.blockedShare}
              />
            </FieldGrid>
            <LawAt
              at={[...at, 'redial', 'delay']}
              label={t('routing.channel.redial.delay')}
              value={channel.redial.delay}
            />
            <SwitchAt
              at={[...at, 'redial', 'samePatience']}
              label={t('routing.channel.redial.samePatience')}
              value={channel.redial.samePatience}
            />
          </>
        )}
      </OptionalPart>
    </div>
  );
}
