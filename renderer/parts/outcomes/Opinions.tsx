import { Button } from '@mantine/core';
import { type MeasureId, measures } from '../../../core/measures/catalogue.ts';
import type { MeasureTable } from '../../../core/measures/result.ts';
import { whole } from '../../../core/measures/subjects.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { estimateText } from '../../text/estimateText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Section } from '../at/Section.tsx';
import { DataTable } from '../DataTable.tsx';
import { Figure } from '../Figure.tsx';
import { MeasureName } from '../MeasureName.tsx';
import classes from './Outcomes.module.css';

const shown: readonly MeasureId[] = [
  'satisfactionScore',
  'satisfactionTenScore',
  'effortScore',
  'recommendationScore',
  'netPromoterScore',
  'firstContactResolutionFraction',
  'returnRateFraction',
  'stayingFraction',
];

const isModelled = (measure: MeasureId): boolean => Object.hasOwn(measures[measure], 'modelled');

/** What customers are taken to say and do, by the response curves of the plan. */
export function Opinions({ told }: { told: MeasureTable | null }) {
  const { t, format } = useText();
  const goTo = useSession((session) => session.goTo);
  return (
    <Section title={t('outcomes.opinions.title')} intro={t('outcomes.opinions.intro')}>
      {told === null ? (
        <div className={classes.empty}>
          <p>{t('outcomes.opinions.simulateFirst')}</p>
          <span>
            <Button variant="default" onClick={() => goTo('results')}>
              {t('outcomes.toSimulation')}
            </Button>
          </span>
        </div>
      ) : (
        <DataTable
          caption={t('outcomes.opinions.title')}
          rowHead={t('outcomes.opinions.measure')}
          columns={[
            { key: 'value', head: t('outcomes.opinions.value') },
            { key: 'from', head: t('outcomes.opinions.from'), numeric: false },
          ]}
          rows={shown.map((measure) => ({
            key: measure,
            head: <MeasureName measure={measure} label={t(`measures.${measure}.name`)} />,
            cells: [
              <Figure
                key="value"
                measure={measure}
                subject={whole}
                text={estimateText(format, told[measure], measures[measure].unit)}
              />,
              isModelled(measure) ? t('outcomes.opinions.curve') : t('outcomes.opinions.counted'),
            ],
          }))}
        />
      )}
      <div>
        <Button variant="default" onClick={() => goTo('basics', ['company', 'responseCurves'])}>
          {t('outcomes.opinions.toCurves')}
        </Button>
      </div>
    </Section>
  );
}
