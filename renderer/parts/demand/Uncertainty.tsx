import { Button } from '@mantine/core';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { ShareAt } from '../at/ShareAt.tsx';
import { distributions } from '../at/SureFields.tsx';
import { SwitchAt } from '../at/SwitchAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { useCanEdit } from '../at/useAt.ts';
import classes from './demand.module.css';
import { addForecastError } from './demandEdits.ts';
import { Section } from './Section.tsx';

/** How far days, and the forecast as a whole, may differ from what is stated. */
export function Uncertainty({ plan }: { plan: Plan }) {
  const { t } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const { busyDayCv, assumed, source, forecastError } = plan.volumeModel;
  const at = ['volumeModel'];
  const errorAt = [...at, 'forecastError'];
  return (
    <Section
      id="uncertainty"
      title={t('demand.uncertainty.title')}
      explanation={t('demand.uncertainty.intro')}
    >
      <div className={classes.row}>
        <NumberAt
          at={[...at, 'busyDayCv']}
          label={t('demand.uncertainty.busyDays')}
          description={t('demand.uncertainty.busyDaysWhat')}
          value={busyDayCv}
          low={0}
          high={3}
          width={280}
        />
        <TextAt at={[...at, 'source']} label={t('app.at.source')} value={source} optional width="100%" />
        <SwitchAt at={[...at, 'assumed']} label={t('app.at.assumedSwitch')} value={assumed} usual={false} />
      </div>
      {forecastError === undefined ? (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!canEdit}
            data-add={errorAt.join('/')}
            onClick={() => void edit(addForecastError)}
          >
            {t('demand.uncertainty.addForecast')}
          </Button>
        </div>
      ) : (
        <fieldset className={classes.plain} data-at={errorAt.join('/')}>
          <legend>{t('demand.uncertainty.forecast')}</legend>
          <div className={classes.row}>
            <NumberAt
              at={[...errorAt, 'lowFactor']}
              label={t('demand.uncertainty.low')}
              value={forecastError.lowFactor}
              low={0.0001}
              high={1}
            />
            <NumberAt
              at={[...errorAt, 'highFactor']}
              label={t('demand.uncertainty.high')}
              value={forecastError.highFactor}
              low={1}
              high={100}
            />
            <ShareAt
              at={[...errorAt, 'rangeHolds']}
              label={t('app.at.rangeHolds')}
              value={forecastError.rangeHolds}
              low={0.5}
              optional
              width={200}
            />
            <ChoiceAt
              at={[...errorAt, 'distribution']}
              label={t('app.at.distribution')}
              usual=""
              value={forecastError.distribution}
              options={[
                { value: '', label: t('app.at.distributions.usual') },
                ...distributions.map((value) => ({
                  value,
                  label: t(`app.at.distributions.${value}`),
                })),
              ]}
            />
            <TextAt
              at={[...errorAt, 'source']}
              label={t('app.at.source')}
              value={forecastError.source}
              optional
              width="100%"
            />
          </div>
          <div>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              disabled={!canEdit}
              onClick={() => void edit([{ change: 'remove', at: errorAt }])}
            >
              {t('demand.uncertainty.removeForecast')}
            </Button>
          </div>
        </fieldset>
      )}
    </Section>
  );
}
