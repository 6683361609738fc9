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
import { useText } from '../text/TextProvider.tsx';
import { useTarget } from '../text/useTarget.ts';
import classes from './Attainment.module.css';
import { DataTable, type Row } from './DataTable.tsx';
import { Figure } from './Figure.tsx';
import { IntervalBar } from './IntervalBar.tsx';
import { Panel } from './Panel.tsx';
import { VerdictMark } from './VerdictMark.tsx';

/** One promise by channel, tier and team; as a table all promises at once. */
export function Attainment({ report }: { report: Report }) {
  const { t, say, format } = useText();
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
    <Panel
      title={t('app.attainment.title')}
      explanation={t('app.attainment.explain')}
      controls={
        report.promises.length > 1 && (
          <Select
            label={t('report.column.promise')}
            w={360}
            maw="100%"
            value={line.promise.id}
            allowDeselect={false}
            onChange={setChosen}
            data={report.promises.map(({ promise }) => ({ value: promise.id, label: say(promise.name) }))}
          />
        )
      }
      table={() => <AllPromises report={report} />}
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
    </Panel>
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

function AllPromises({ report }: { report: Report }) {
  const { t, format } = useText();
  const whole: Row = {
    key: 'whole',
    head: t('report.column.whole'),
    strong: true,
    cells: report.promises.map(({ promise, attained }) => (
      <Figure
        key={promise.id}
        measure="serviceLevelFraction"
        subject={promiseSubject(promise.id)}
        text={estimateText(format, attained, 'fraction')}
      />
    )),
  };
  const asked: Row = {
    key: 'asked',
    head: t('report.column.asked'),
    cells: report.promises.map(({ shareToAttain }) => shareText(format, shareToAttain)),
  };
  const rows = report.attainment.flatMap((grid): readonly Row[] => [
    {
      key: grid.scope,
      head: t(`report.column.${grid.scope}`),
      strong: true,
      cells: grid.promises.map(() => ''),
    },
    ...grid.rows.map(({ part, attained }) => ({
      key: `${grid.scope}/${part.id}`,
      head: <PlanText of={part.name} />,
      inset: true,
      cells: attained.map((estimate, at) => {
        const text = estimateText(format, estimate ?? undefined, 'fraction');
        const id = grid.promises[at]?.promise.id;
        if (estimate === null || id === undefined) return text;
        const subject = promiseSubject(id, grid.scope, part.id);
        return <Figure key={id} measure="serviceLevelFraction" subject={subject} text={text} />;
      }),
    })),
  ]);
  return (
    <DataTable
      caption={t('app.attainment.title')}
      rowHead={t('app.attainment.place')}
      columns={report.promises.map(({ promise }) => ({
        key: promise.id,
        head: <PlanText of={promise.name} />,
      }))}
      rows={[asked, whole, ...rows]}
    />
  );
}

/** The promise that is shown first: the one with the least margin. */
function worstOf(lines: readonly PromiseLine[]): PromiseLine | null {
  let worst: PromiseLine | null = null;
  const marginOf = (line: PromiseLine): number =>
    (line.attained.value ?? Number.POSITIVE_INFINITY) - line.shareToAttain;
  for (const line of lines) if (worst === null || marginOf(line) < marginOf(worst)) worst = line;
  return worst;
}
