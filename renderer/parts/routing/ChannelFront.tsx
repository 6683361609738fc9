import type { Channel } from '../../../core/plan/schema/channel.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { LawAt } from '../at/LawAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { AssistantFields } from './AssistantFields.tsx';
import { CallBackFields } from './CallBackFields.tsx';
import classes from './channels.module.css';
import { OptionalPart } from './OptionalPart.tsx';

/** What stands before the people of a channel: a dispatcher, a virtual assistant, the offer to call back. */
export function ChannelFront({ plan, channel }: { plan: Plan; channel: Channel }) {
  const { t, say } = useText();
  const at = ['channels', channel.id, 'dispatcher'];
  const { dispatcher } = channel;
  return (
    <div className={classes.option}>
      <OptionalPart plan={plan} channel={channel} part="dispatcher">
        {dispatcher !== undefined && (
          <>
            <FieldGrid>
              <ChoiceAt<string>
                at={[...at, 'team']}
                label={t('routing.channel.dispatcher.team')}
                width="100%"
                options={partsOf(plan.teams, say)}
                value={dispatcher.team}
              />
              <QuantityAt
                at={[...at, 'wrongTeamShare']}
                label={t('routing.channel.dispatcher.wrongTeamShare')}
                as="share"
                width="100%"
                value={dispatcher.wrongTeamShare}
              />
            </FieldGrid>
            <LawAt
              at={[...at, 'wrongTeamHandling']}
              label={t('routing.channel.dispatcher.wrongTeamHandling')}
              optional
              none={t('routing.channel.dispatcher.usualHandling')}
              value={dispatcher.wrongTeamHandling}
            />
          </>
        )}
      </OptionalPart>
      <OptionalPart plan={plan} channel={channel} part="assistant">
        <AssistantFields channel={channel} />
      </OptionalPart>
      <OptionalPart plan={plan} channel={channel} part="callBackOffer">
        <CallBackFields plan={plan} channel={channel} />
      </OptionalPart>
    </div>
  );
}
