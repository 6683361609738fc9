import { amount } from '../../../core/plan/amount.ts';
import type { Channel } from '../../../core/plan/schema/channel.ts';
import { useText } from '../../text/TextProvider.tsx';
import { LawAt } from '../at/LawAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import classes from './channels.module.css';
import { shareWords } from './pathSentences.ts';

/** The virtual assistant of a channel: what it solves, hands over, and leaves unhelped. */
export function AssistantFields({ channel }: { channel: Channel }) {
  const { t, format } = useText();
  const { assistant } = channel;
  if (assistant === undefined) return null;
  const at = ['channels', channel.id, 'assistant'];
  const left = 1 - amount(assistant.resolvedShare) - amount(assistant.handedOverShare);
  return (
    <>
      <FieldGrid>
        <QuantityAt
          at={[...at, 'share']}
          label={t('routing.channel.assistant.share')}
          as="share"
          width="100%"
          value={assistant.share}
        />
        <QuantityAt
          at={[...at, 'resolvedShare']}
          label={t('routing.channel.assistant.resolvedShare')}
          as="share"
          width="100%"
          value={assistant.resolvedShare}
        />
        <QuantityAt
          at={[...at, 'handedOverShare']}
          label={t('routing.channel.assistant.handedOverShare')}
          as="share"
          width="100%"
          value={assistant.handedOverShare}
        />
        <NumberAt
          at={[...at, 'handOverHandlingFactor']}
          label={t('routing.channel.assistant.handOverHandlingFactor')}
          low={0.01}
          high={100}
          width="100%"
          value={assistant.handOverHandlingFactor}
        />
      </FieldGrid>
      <p className={classes.note} data-over={left < -1e-9 || undefined}>
        {left < -1e-9
          ? t('routing.channel.assistant.over', { share: shareWords({ format }, 1 - left) })
          : t('routing.channel.assistant.left', { share: shareWords({ format }, Math.max(0, left)) })}
      </p>
      <LawAt at={[...at, 'time']} label={t('routing.channel.assistant.time')} value={assistant.time} />
      <LawAt
        at={[...at, 'bounceReturnDelay']}
        label={t('routing.channel.assistant.bounceReturnDelay')}
        optional
        none={t('routing.channel.assistant.noReturn')}
        value={assistant.bounceReturnDelay}
      />
    </>
  );
}
