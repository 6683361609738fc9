import { Loader } from '@mantine/core';
import type { Advice, Candidate, CandidateKind } from '../../../core/measures/advice.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { estimateText, shareText } from '../../text/estimateText.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { ScrollFrame } from '../ScrollFrame.tsx';
import { VerdictMark } from '../VerdictMark.tsx';
import { type CandidateNumbers, costRange, costWithInterval, numbersOf } from './candidateNumbers.ts';
import classes from './candidates.module.css';
import { TinyChart } from './TinyChart.tsx';

interface CandidateTableProps {
  readonly advice: Advice;
  readonly chosen: CandidateKind | null;
  readonly onChoose: (id: CandidateKind) => void;
}

/** The proposals under one another: people, cost, promises and what is fragile. */
export function CandidateTable({ advice, chosen, onChoose }: CandidateTableProps) {
  const { t } = useText();
  return (
    <ScrollFrame label={t('needs.table.name')}>
      <table className={classes.table} data-candidates={advice.candidates.length}>
        <thead>
          <tr>
            <th scope="col">{t('needs.table.organisation')}</th>
            <th scope="col" data-number>
              {t('needs.table.people')}
            </th>
            <th scope="col" data-number>
              {t('needs.table.cost')}
            </th>
            <th scope="col">{t('needs.table.promises')}</th>
            <th scope="col">{t('needs.table.fragile')}</th>
          </tr>
        </thead>
        <tbody>
          {advice.candidates.map((candidate, place) => (
            <CandidateRow
              key={candidate.id}
              candidate={candidate}
              number={place + 1}
              isChosen={candidate.id === chosen}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

interface CandidateRowProps {
  readonly candidate: Candidate;
  readonly number: number;
  readonly isChosen: boolean;
  readonly onChoose: (id: CandidateKind) => void;
}

function CandidateRow({ candidate, number, isChosen, onChoose }: CandidateRowProps) {
  const { t, format } = useText();
  const confirmed = useSession((session) => session.confirmed[candidate.id]);
  const confirming = useSession((session) => session.confirming === candidate.id);
  const numbers = numbersOf(candidate, confirmed);
  const { people, costPerMonth, isWithinBudget } = candidate;
  return (
    <tr data-candidate={candidate.id} data-by={numbers.by} data-chosen={isChosen || undefined}>
      <th scope="row">
        <button
          type="button"
          className={classes.choose}
          aria-pressed={isChosen}
          data-choose={candidate.id}
          onClick={() => onChoose(candidate.id)}
        >
          <span className={classes.number}>{format.integer(number)}</span>
          <span>{t.dynamic('advice.word.candidate', candidate.id)}</span>
        </button>
        <TinyChart plan={candidate.document} />
        <span className={classes.basis}>
          {confirming && <Loader size={12} aria-hidden />}
          {t(confirming ? 'needs.table.simulating' : `needs.table.by.${numbers.by}`)}
        </span>
      </th>
      <td data-number className={classes.value}>
        {format.integer(people)}
      </td>
      <td data-number>
        <span className={classes.value}>{costWithInterval(format, numbers.cost)}</span>
        <span className={classes.range}>
          {t('needs.table.assumedRange', {
            range: costRange(format, costPerMonth),
          })}
        </span>
        {isWithinBudget === false && <span className={classes.over}>{t('needs.table.overBudget')}</span>}
      </td>
      <td>
        <Promises numbers={numbers} />
      </td>
      <td>
        <Fragile candidate={candidate} />
      </td>
    </tr>
  );
}

function Promises({ numbers: { promises, kept, worst } }: { numbers: CandidateNumbers }) {
  const { t, format } = useText();
  if (promises.length === 0) return <span className={classes.range}>{t('needs.table.noPromises')}</span>;
  return (
    <>
      <span className={classes.value}>
        {t('needs.table.kept', { kept: format.integer(kept), all: format.integer(promises.length) })}
      </span>
      {worst !== null && (
        <span className={classes.worst}>
          <VerdictMark verdict={worst.verdict} />
          <span className={classes.range}>
            <PlanText of={worst.promise.name} />
          </span>
          {worst.attained.value !== null && (
            <span className={classes.range}>
              {t('needs.table.attained', {
                attained: estimateText(format, worst.attained, 'fraction'),
                asked: shareText(format, worst.promise.shareToAttain),
              })}
            </span>
          )}
        </span>
      )}
    </>
  );
}

/** People whom nobody can stand in for, teams of one, leads with too many people. */
function Fragile({ candidate: { fragility } }: { candidate: Candidate }) {
  const { t } = useText();
  const { singleSkills, teamsOfOne, spans, count } = fragility;
  if (count === 0) return <span className={classes.range}>{t('needs.table.sound')}</span>;
  const parts = [
    ...(singleSkills.length > 0 ? [t('needs.fragile.singleSkills', { count: singleSkills.length })] : []),
    ...(teamsOfOne.length > 0 ? [t('needs.fragile.teamsOfOne', { count: teamsOfOne.length })] : []),
    ...(spans.length > 0 ? [t('needs.fragile.spans', { count: spans.length })] : []),
  ];
  return (
    <ul className={classes.fragile}>
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  );
}
