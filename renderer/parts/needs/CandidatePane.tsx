import { Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconBulb, IconRulerMeasure } from '@tabler/icons-react';
import { useState } from 'react';
import type { Advice, CandidateKind } from '../../../core/measures/advice.ts';
import type { Needs } from '../../../core/plan/schema/needs.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { adviceText, answerPlace } from '../../text/adviceText.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import type { ChartTable } from '../chartTable.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Note } from '../Note.tsx';
import { CandidateDetails } from './CandidateDetails.tsx';
import { CandidateTable } from './CandidateTable.tsx';
import { costText, firstShown, marginOf, numbersOf } from './candidateNumbers.ts';
import classes from './candidates.module.css';
import { FrontierPlot, type PlottedCandidate } from './FrontierPlot.tsx';
import needsClasses from './needs.module.css';
import { WhatChanged } from './WhatChanged.tsx';

/** The organisations that fit the answers, side by side, and one of them closely. */
export function CandidatePane({ needs }: { needs: Needs }) {
  const { t } = useText();
  const shown = useSession((session) => session.advice);
  const failure = useSession((session) => session.adviceFailure);
  return (
    <section className={`${needsClasses.column} ${needsClasses.beside}`} aria-labelledby="candidates">
      <header className={needsClasses.head}>
        <Title order={2} id="candidates" size="h3">
          {t('needs.candidates.title')}
        </Title>
        <Text size="sm" c="dimmed" maw="72ch">
          {t('needs.candidates.intro')}
        </Text>
      </header>
      {failure !== null && <FailureNote failure={failure} />}
      <WhatChanged shown={shown} isOld={shown?.needs !== needs} />
      {shown !== null && <Candidates advice={shown.advice} />}
    </section>
  );
}

function Candidates({ advice }: { advice: Advice }) {
  const texts = useText();
  const { t } = texts;
  const [picked, setPicked] = useState<CandidateKind | null>(null);
  const { candidates } = advice;
  if (candidates.length === 0)
    return <Note tone="plain" icon={IconBulb} title={t('needs.candidates.none')} role="status" />;
  const chosen = candidates.find(({ id }) => id === picked) ?? firstShown(candidates);
  const [first] = advice.toMeasure;
  return (
    <>
      {advice.unkept.length > 0 && (
        <Note tone="missed" icon={IconAlertTriangle} title={t('needs.candidates.unkept')}>
          <ul className={classes.unkept} data-unkept={advice.unkept.length}>
            {advice.unkept.map(({ promise, name, reason }) => (
              <li key={promise}>
                <strong>
                  <PlanText of={name} />
                </strong>{' '}
                {adviceText(texts, reason)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <div className={classes.board}>
        <CandidateTable advice={advice} chosen={chosen?.id ?? null} onChoose={setPicked} />
        <Frontier advice={advice} chosen={chosen?.id ?? null} onChoose={setPicked} />
      </div>
      {first !== undefined && (
        <Note tone="plain" icon={IconRulerMeasure} title={t('needs.measure.title')}>
          <ul className={classes.measure} data-measure={advice.toMeasure.length}>
            {advice.toMeasure.slice(0, 3).map((one) => (
              <li key={JSON.stringify(one.text)}>
                {adviceText(texts, one.text)} <ToAnswer field={one.field} />
              </li>
            ))}
          </ul>
        </Note>
      )}
      {chosen !== undefined && (
        <CandidateDetails
          key={chosen.id}
          advice={advice}
          candidate={chosen}
          number={candidates.indexOf(chosen) + 1}
        />
      )}
    </>
  );
}

function ToAnswer({ field }: { field: readonly (string | number)[] | null }) {
  const { t } = useText();
  const goTo = useSession((session) => session.goTo);
  if (field === null) return null;
  return (
    <button type="button" className={classes.link} onClick={() => goTo('needs', answerPlace(field))}>
      {t('needs.reason.toAnswer')}
    </button>
  );
}

interface FrontierProps {
  readonly advice: Advice;
  readonly chosen: CandidateKind | null;
  readonly onChoose: (id: CandidateKind) => void;
}

function Frontier({ advice, chosen, onChoose }: FrontierProps) {
  const { t, format } = useText();
  const confirmed = useSession((session) => session.confirmed);
  const points = advice.candidates.flatMap((candidate, place): PlottedCandidate[] => {
    const numbers = numbersOf(candidate, confirmed[candidate.id]);
    const margin = marginOf(numbers);
    if (margin === null || numbers.cost.value === null) return [];
    const { id, isOnFrontier } = candidate;
    const name = t.dynamic('advice.word.candidate', id);
    return [{ id, number: place + 1, name, cost: numbers.cost.value, margin, isOnFrontier }];
  });
  if (points.length === 0) return null;
  const table = (): ChartTable => ({
    rowHead: t('needs.table.organisation'),
    columns: [
      { key: 'cost', head: t('needs.table.cost'), name: t('needs.table.cost') },
      { key: 'margin', head: t('needs.plot.margin'), name: t('needs.plot.margin') },
    ],
    rows: points.map(({ id, name, cost, margin }) => ({
      key: id,
      head: name,
      name,
      cells: [
        { shown: costText(format, cost), value: cost },
        { shown: format.percent(margin, 1, 'always'), value: margin },
      ],
    })),
  });
  return (
    <div className={classes.figure}>
      <ChartFrame title={t('needs.plot.title')} explanation={t('needs.plot.explain')} table={table} plain>
        <FrontierPlot points={points} chosen={chosen} onChoose={onChoose} />
      </ChartFrame>
    </div>
  );
}
