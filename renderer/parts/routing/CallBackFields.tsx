import type { Channel } from '../../../core/plan/schema/channel.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { DurationAt } from '../at/DurationAt.tsx';
import { LawAt } from '../at/LawAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';

/** The offer to call back instead of waiting. */
export function CallBackFields({ plan, channel }: { plan: Plan; channel: Channel }) {
  const { t, say } = useText();
  const { callBackOffer: offer } = channel;
  if (offer === undefined) return null;
  const at = ['channels', channel.id, 'callBackOffer'];
  const fitting = plan.channels.filter(({ id, kind }) => kind === 'callBack' || id === offer.channel);
  return (
    <>
      <FieldGrid>
        <DurationAt
          at={[...at, 'thresholdSeconds']}
          label={t('routing.channel.callBackOffer.thresholdSeconds')}
          width="100%"
          value={offer.thresholdSeconds}
        />
        <QuantityAt
          at={[...at, 'acceptedShare']}
          label={t('routing.channel.callBackOffer.acceptedShare')}
          as="share"
          width="100%"
          value={offer.acceptedShare}
        />
        <ChoiceAt<string>
          at={[...at, 'channel']}
          label={t('routing.channel.callBackOffer.channel')}
          width="100%"
          options={partsOf(fitting, say)}
          value={offer.channel}
        />
        <QuantityAt
          at={[...at, 'unansweredShare']}
          label={t('routing.channel.callBackOffer.unansweredShare')}
          as="share"
          width="100%"
          value={offer.unansweredShare}
        />
        <NumberAt
          at={[...at, 'retries']}
          label={t('routing.channel.callBackOffer.retries')}
          low={0}
          high={20}
          whole
          width="100%"
          value={offer.retries}
        />
      </FieldGrid>
      <LawAt
        at={[...at, 'failedAttempt']}
        label={t('routing.channel.callBackOffer.failedAttempt')}
        optional
        none={t('routing.channel.callBackOffer.noTime')}
        value={offer.failedAttempt}
      />
      <LawAt
        at={[...at, 'retryDelay']}
        label={t('routing.channel.callBackOffer.retryDelay')}
        optional
        none={t('routing.channel.callBackOffer.atOnce')}
        value={offer.retryDelay}
      />
    </>
  );
}
