import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Subject } from '../../core/measures/explanation.ts';
import type { Estimate } from '../../core/measures/result.ts';
import { promiseSubject } from '../../core/measures/subjects.ts';
import type { PromiseLine, Report } from '../../core/report/report.ts';
import { verdictOf } from '../../core/report/verdict.ts';
import { estimateText, shareText } from '../text/estimateText.ts';
import { PlanText } from '../text/PlanText.tsx';
import { Sentence } from '../text/Sentence.tsx';
import { type Texts, useText } from '../text/TextProvider.tsx';
import { useTarget } from '../text/useTarget.ts';
import classes from './Attainment.module.css';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartRow, ChartTable } from './chartTable.ts';
import { Figure } from './Figure.tsx';
import { IntervalBar } from './IntervalBar.tsx';
import { VerdictMark } from './VerdictMark.tsx';

/** One promise by channel, tier and team; as a table all promises at once. */
export function Attainment({ report }: { report: Report }) {
  const texts = useText();
  const { t, say, format } = texts;
  const target = useTarget();
  const [chosen, setChosen] = useState<string | null>(null);
  const worst = worstOf(report.promises);
  const line = report.promises.find(({ promise }) => promise.id === chosen) ?? worst;
  if (line === null) return null;
  const at = report.promises.indexOf(line);
  const sections = report.attainment
    .map((grid) => ({
      scope: grid.scope,
      rows: grid.rows.flatMap(({ part, attained }) => {
        const estimate = attained[at] ?? null;
        return estimate === null ? [] : [{ part, estimate }];
      }),
    }))
    .filter(({ rows }) => rows.length > 0);

  return (
    <ChartFrame
      title={t('app.attainment.title')}
      explanation={t('app.attainment.explain')}
      controls={
        report.promises.length > 1 && (
          <Select
            label={t('report.column.promise')}
            w={480}
            maw="100%"
            value={line.promise.id}
            allowDeselect={false}
            onChange={setChosen}
            data={report.promises.map(({ promise }) => ({ value: promise.id, label: say(promise.name) }))}
          />
        )
      }
      about={{ measure: 'serviceLevelFraction', subject: promiseSubject(line.promise.id) }}
      table={() => allPromises(texts, report)}
    >
      <div className={classes.rows}>
        <div className={classes.goal}>
          <Sentence
            of="app.attainment.goal"
            params={{ share: shareText(format, line.shareToAttain), target: target(line) }}
          />
        </div>
        <PlaceRow
          name={t('report.column.whole')}
          subject={promiseSubject(line.promise.id)}
          estimate={line.attained}
          asked={line.shareToAttain}
        />
        {sections.map(({ scope, rows }) => (
          <section key={scope} className={classes.section}>
            <h3>{t(`report.column.${scope}`)}</h3>
            {rows.map(({ part, estimate }) => (
              <PlaceRow
                key={part.id}
                name={<PlanText of={part.name} />}
                subject={promiseSubject(line.promise.id, scope, part.id)}
                estimate={estimate}
                asked={line.shareToAttain}
              />
            ))}
          </section>
        ))}
        <div className={`${classes.row} ${classes.scaleRow}`} aria-hidden="true">
          <span />
          <span className={classes.scale}>
            {[0, 0.25, 0.5, 0.75, 1].map((share) => (
              <span key={share}>{format.percent(share, 0)}</span>
            ))}
          </span>
        </div>
      </div>
    </ChartFrame>
  );
}

interface PlaceRowProps {
  readonly name: React.ReactNode;
  readonly subject: Subject;
  readonly estimate: Estimate;
  readonly asked: number;
}

function PlaceRow({ name, subject, estimate, asked }: PlaceRowProps) {
  const { format } = useText();
  return (
    <div className={classes.row}>
      <span className={classes.name}>{name}</span>
      <IntervalBar attained={estimate} asked={asked} />
      <strong className={classes.number}>
        <Figure
          measure="serviceLevelFraction"
          subject={subject}
          text={estimateText(format, estimate, 'fraction')}
        />
      </strong>
      <VerdictMark verdict={verdictOf(estimate, asked)} />
    </div>
  );
}

type Grid = Report['attainment'][number];

/** All promises beside each other: what was asked, what was attained, and where it was decided. */
function allPromises({ t, say, format }: Texts, report: Report): ChartTable {
  const row = (
    key: string,
    name: string,
    estimates: readonly (Estimate | null)[],
    subjectAt: (promise: string) => Subject,
    rest: Partial<ChartRow>,
  ): ChartRow => ({
    key,
    name,
    head: name,
    ...rest,
    cells: estimates.map((estimate, at) => {
      const text = estimateText(format, estimate ?? undefined, 'fraction');
      const id = report.promises[at]?.promise.id;
      const value = estimate?.value ?? null;
      if (estimate === null || id === undefined) return { value, shown: text };
      const subject = subjectAt(id);
      return {
        value,
        shown: <Figure key={id} measure="serviceLevelFraction" subject={subject} text={text} />,
      };
    }),
  });
  const rowsOf = (grid: Grid): readonly ChartRow[] => {
    const name = t(`report.column.${grid.scope}`);
    return [
      {
        key: grid.scope,
        name,
        head: name,
        strong: true,
        cells: report.promises.map(() => ({ value: null, shown: '' })),
      },
      ...grid.rows.map(({ part, attained }) =>
        row(
          `${grid.scope}/${part.id}`,
          say(part.name),
          attained,
          (promise) => promiseSubject(promise, grid.scope, part.id),
          { head: <PlanText of={part.name} />, inset: true },
        ),
      ),
    ];
  };
  return {
    rowHead: t('app.attainment.place'),
    columns: report.promises.map(({ promise }) => ({
      key: promise.id,
      name: say(promise.name),
      head: <PlanText of={promise.name} />,
    })),
    rows: [
      {
        key: 'asked',
        name: t('report.column.asked'),
        head: t('report.column.asked'),
        cells: report.promises.map(({ shareToAttain }) => ({
          value: shareToAttain,
          shown: shareText(format, shareToAttain),
        })),
      },
      row(
        'whole',
        t('report.column.whole'),
        report.promises.map(({ attained }) => attained),
        (promise) => promiseSubject(promise),
        { strong: true },
      ),
      ...report.attainment.flatMap(rowsOf),
    ],
  };
}

/** The promise that is shown first: the one with the least margin. */
function worstOf(lines: readonly PromiseLine[]): PromiseLine | null {
  let worst: PromiseLine | null = null;
  const marginOf = (line: PromiseLine): number =>
    (line.attained.value ?? Number.POSITIVE_INFINITY) - line.shareToAttain;
  for (const line of lines) if (worst === null || marginOf(line) < marginOf(worst)) worst = line;
  return worst;
}
