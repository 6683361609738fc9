import type { Channel } from '../../../core/plan/schema/channel.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { useAt } from '../at/useAt.ts';
import { usePartEdit } from '../at/usePlanEdit.ts';
import { CommitField } from '../fields/CommitField.tsx';
import { ShareField } from '../fields/ShareField.tsx';
import { useNumberText } from '../fields/useNumberText.ts';
import { setChatLimit, setChatSpeed } from './channelEdits.ts';
import classes from './channels.module.css';
import { shareWords } from './pathSentences.ts';

const mostChats = 20;

/** How many chats one person holds at once, and how fast each of them then goes. */
export function ChatConcurrency({ channel }: { channel: Channel }) {
  const { t, format } = useText();
  const edit = usePartEdit();
  const { place, disabled } = useAt(['channels', channel.id, 'concurrency']);
  const whole = useNumberText({ as: 'whole', low: 1, high: mostChats });
  const { concurrency } = channel;
  if (concurrency === undefined) return null;
  return (
    <>
      <FieldGrid>
        <CommitField
          label={t('routing.channel.chat.limit')}
          {...whole}
          inputMode="numeric"
          width="100%"
          value={concurrency.limit}
          disabled={disabled}
          place={`${place}/limit`}
          onCommit={(limit) => void edit('channels', channel.id, (now) => setChatLimit(now, limit))}
        />
        <ChoiceAt
          at={['channels', channel.id, 'concurrency', 'newChatTo']}
          label={t('routing.channel.chat.newChatTo')}
          width="100%"
          usual="fewestChats"
          options={(['fewestChats', 'mostChats'] as const).map((value) => ({
            value,
            label: t(`routing.channel.chat.${value}`),
          }))}
          value={concurrency.newChatTo}
        />
      </FieldGrid>
      <fieldset className={classes.speeds} data-at={`${place}/speed`} data-kind="speeds">
        <legend>{t('routing.channel.chat.speed')}</legend>
        {concurrency.speed.map((speed, index) => {
          const held = index + 1;
          return (
            <ShareField
              key={held}
              label={t('routing.channel.chat.speedWith', { number: format.integer(held) })}
              low={0.01}
              high={1}
              width={128}
              value={speed}
              // One chat alone goes at full speed: that is what a speed is measured by.
              disabled={disabled || held === 1}
              onCommit={(value) => void edit('channels', channel.id, (now) => setChatSpeed(now, held, value))}
            />
          );
        })}
      </fieldset>
      <p className={classes.note}>
        {t('routing.channel.chat.together', {
          share: shareWords({ format }, concurrency.limit * (concurrency.speed.at(-1) ?? 1)),
          number: format.integer(concurrency.limit),
        })}
      </p>
    </>
  );
}
