import { Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Advice, AdviceDecision, Candidate } from '../../../core/measures/advice.ts';
import { adviceText } from '../../text/adviceText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { CandidateActions } from './CandidateActions.tsx';
import classes from './candidates.module.css';
import { OrganisationSketch } from './OrganisationSketch.tsx';
import { PromiseList } from './PromiseList.tsx';
import { Reason } from './Reason.tsx';
import { WayTable } from './WayTable.tsx';

interface CandidateDetailsProps {
  readonly advice: Advice;
  readonly candidate: Candidate;
  readonly number: number;
}

/** One proposal closely: its picture, the reason for each box, its promises, its weak points and the way to it. */
export function CandidateDetails({ advice, candidate, number }: CandidateDetailsProps) {
  const texts = useText();
  const { t, format } = texts;
  const [asked, setAsked] = useState<string | null>(null);
  const name = t.dynamic('advice.word.candidate', candidate.id);
  const reasonsOf = (box: string): readonly string[] =>
    candidate.boxes.find(({ place }) => place.join('/') === box)?.decisions ?? [];
  const decisionsOf = (ids: readonly string[]): readonly AdviceDecision[] =>
    ids.flatMap((id) => advice.decisions.find((decision) => decision.id === id) ?? []);
  const reasons = asked === null ? [] : decisionsOf(reasonsOf(asked));
  return (
    <section className={classes.details} aria-labelledby="candidate" data-details={candidate.id}>
      <header className={classes.detailsHead}>
        <div>
          <Title order={3} id="candidate" size="h4">
            <span className={classes.number}>{format.integer(number)}</span> {name}
          </Title>
          <Text size="sm" c="dimmed" maw="72ch">
            {adviceText(texts, candidate.summary)}
          </Text>
        </div>
        <CandidateActions candidate={candidate} />
      </header>
      <OrganisationSketch
        plan={candidate.document}
        label={t('needs.sketch.of', { name })}
        asked={asked}
        hasReason={(box) => reasonsOf(box).length > 0}
        onAsk={(box) => setAsked(asked === box ? null : box)}
      >
        <section className={classes.asked} aria-label={t('needs.reason.ofBox')}>
          {reasons.map((decision) => (
            <div key={decision.id}>
              <h4 className={classes.chosen}>{adviceText(texts, decision.chosen)}</h4>
              <Reason decision={decision} />
            </div>
          ))}
        </section>
      </OrganisationSketch>
      {candidate.weakPoints.length > 0 && (
        <div>
          <h4>{t('needs.weak')}</h4>
          <ul className={classes.weak}>
            {candidate.weakPoints.map((point) => (
              <li key={JSON.stringify(point)}>
                <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
                {adviceText(texts, point)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <PromiseList candidate={candidate} decisionsOf={(part) => decisionsOf(reasonsOf(part))} />
      {candidate.way.length > 0 && <WayTable way={candidate.way} />}
      <div>
        <h4>{t('needs.decisions')}</h4>
        <ul className={classes.decisions}>
          {decisionsOf(candidate.decisions).map((decision) => (
            <li key={decision.id}>
              <p>{adviceText(texts, decision.chosen)}</p>
              <Disclosure title={t('needs.why')}>
                <Reason decision={decision} />
              </Disclosure>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
