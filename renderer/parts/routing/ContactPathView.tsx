import { Text } from '@mantine/core';
import { useId } from 'react';
import type { ContactPath } from '../../../core/plan/contactPath.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { partsOf } from '../at/partsOf.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import type { ContactChoice } from './contactChoice.ts';
import { PathHandlingLines } from './PathHandlingLines.tsx';
import { frontSentences, queueSentences } from './pathSentences.ts';
import { RuleLink } from './RuleLink.tsx';
import classes from './routing.module.css';

interface ContactPathViewProps {
  readonly plan: Plan;
  readonly choice: ContactChoice;
  readonly path: ContactPath;
  readonly onChoose: (choice: ContactChoice) => void;
}

/** What the rules come to for one sort of contact: its path, sentence by sentence, each with the rule that says so. */
export function ContactPathView({ plan, choice, path, onChoose }: ContactPathViewProps) {
  const texts = useText();
  const { t, say } = texts;
  const title = useId();
  return (
    <section className={classes.aside} aria-labelledby={title} data-path="">
      <Text component="h2" id={title} fw={600} size="md" m={0}>
        {t('routing.path.title')}
      </Text>
      <div className={classes.chooser}>
        <ChoiceField
          label={t('routing.path.issueType')}
          width="100%"
          options={partsOf(plan.issueTypes, say)}
          value={choice.issueType}
          onChange={(issueType) => onChoose({ ...choice, issueType })}
        />
        <ChoiceField
          label={t('routing.path.channel')}
          width="100%"
          options={partsOf(plan.channels, say)}
          value={choice.channel}
          onChange={(channel) => onChoose({ ...choice, channel })}
        />
      </div>
      <ol className={classes.path} aria-live="polite">
        {frontSentences(texts, plan, choice).map((sentence) => (
          <li key={sentence}>
            <p>{sentence}</p>
          </li>
        ))}
        {path.queues.map((queue) => (
          <li key={`queue-${queue.tier ?? ''}`} data-queue={queue.tier ?? ''}>
            {queueSentences(texts, plan, queue).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {queue.rule !== undefined && <RuleLink list="routing" position={queue.rule} />}
          </li>
        ))}
        {path.handlings.map((handling) => (
          <li key={`team-${handling.team}`} data-handling={handling.team}>
            <PathHandlingLines plan={plan} handling={handling} />
          </li>
        ))}
        {path.queues.every(({ entries }) => entries.length === 0) && (
          <li>
            <p>{t('routing.path.nobody')}</p>
          </li>
        )}
      </ol>
    </section>
  );
}
