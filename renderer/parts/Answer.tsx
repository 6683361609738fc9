import { Text, Title } from '@mantine/core';
import { promiseSubject } from '../../core/measures/subjects.ts';
import type { PromiseLine, Report } from '../../core/report/report.ts';
import { verdicts } from '../../core/report/verdict.ts';
import { estimateText, shareText } from '../text/estimateText.ts';
import { PlanText } from '../text/PlanText.tsx';
import { sentenceText } from '../text/sentenceText.ts';
import { useText } from '../text/TextProvider.tsx';
import { useTarget } from '../text/useTarget.ts';
import classes from './Answer.module.css';
import { Figure } from './Figure.tsx';
import { IntervalBar } from './IntervalBar.tsx';
import { MeasureName } from './MeasureName.tsx';
import { VerdictFigure } from './VerdictFigure.tsx';
import { VerdictMark } from './VerdictMark.tsx';

/** Are the promises kept, which is worst, how sure is that; then each promise in a row. */
export function Answer({ report }: { report: Report }) {
  const texts = useText();
  const { t } = texts;
  const [first, ...rest] = report.answer;
  return (
    <section className={classes.panel} aria-labelledby="answer">
      <header className={classes.head}>
        <Title order={2} id="answer" size="h3">
          {first === undefined ? t('report.section.answer') : sentenceText(texts, first)}
        </Title>
        {report.promises.length > 0 && <Counts lines={report.promises} />}
        {rest.map((sentence) => (
          <Text key={sentence.key} size="sm" c="dimmed" maw="90ch">
            {sentenceText(texts, sentence)}
          </Text>
        ))}
      </header>
      {report.promises.length > 0 && <PromiseRows lines={report.promises} />}
    </section>
  );
}

/** How many promises have which verdict; what no promise has is left out. */
function Counts({ lines }: { lines: readonly PromiseLine[] }) {
  const { format } = useText();
  return (
    <ul className={classes.counts}>
      {verdicts.map((verdict) => {
        const count = lines.filter((line) => line.verdict === verdict).length;
        return count === 0 ? null : (
          <li key={verdict} data-verdict={verdict}>
            <span className={classes.count}>{format.integer(count)}</span>
            <VerdictMark verdict={verdict} />
          </li>
        );
      })}
    </ul>
  );
}

function PromiseRows({ lines }: { lines: readonly PromiseLine[] }) {
  const { t, format } = useText();
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <caption>{t('report.section.promises')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.column.promise')}</th>
            <th scope="col">{t('report.column.verdict')}</th>
            <th scope="col" className={classes.barHead}>
              <Scale />
            </th>
            <th scope="col" className={classes.number}>
              <MeasureName measure="serviceLevelFraction" label={t('report.column.attained')} />
            </th>
            <th scope="col" className={classes.number}>
              {t('report.column.asked')}
            </th>
            <th scope="col" className={classes.number}>
              {t('report.column.keptIn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.promise.id}>
              <th scope="row">
                <span className={classes.name}>
                  <PlanText of={line.promise.name} />
                </span>
                <Target line={line} />
              </th>
              <td>
                <VerdictFigure verdict={line.verdict} subject={promiseSubject(line.promise.id)} />
              </td>
              <td className={classes.bar}>
                <IntervalBar attained={line.attained} asked={line.shareToAttain} />
              </td>
              <td className={classes.number} data-label={t('report.column.attained')}>
                <strong>
                  <Figure
                    measure="serviceLevelFraction"
                    subject={promiseSubject(line.promise.id)}
                    text={estimateText(format, line.attained, 'fraction')}
                  />
                </strong>
              </td>
              <td className={classes.number} data-label={t('report.column.asked')}>
                {shareText(format, line.shareToAttain)}
              </td>
              <td className={classes.number} data-label={t('report.column.keptIn')}>
                {line.keptInPeriodFraction.value === null
                  ? ''
                  : t(`report.keptIn.${line.period}`, {
                      share: format.percent(line.keptInPeriodFraction.value, 0),
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Target({ line }: { line: PromiseLine }) {
  const target = useTarget();
  return (
    <Text component="span" size="sm" c="dimmed" display="block">
      {target(line)}
    </Text>
  );
}

/** The ends of the line on which the shares stand. */
function Scale() {
  const { t, format } = useText();
  return (
    <span className={classes.scale}>
      <span>{format.percent(0, 0)}</span>
      <span className={classes.legend}>{t('app.promise.legend')}</span>
      <span>{format.percent(1, 0)}</span>
    </span>
  );
}
