import type { OutcomesReading } from '../../../core/measures/outcomes.ts';
import { amount } from '../../../core/plan/amount.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { Section } from '../at/Section.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { useRemoval, withItsList } from '../at/useRemoval.ts';
import { RetentionFields } from '../basics/RetentionFields.tsx';
import classes from './Outcomes.module.css';
import { addPeriod } from './outcomeEdits.ts';

const most = 1e12;

/** The retention rate as a calculator, and its trend over the last periods. */
export function Retention({ plan, reading }: { plan: Plan; reading: OutcomesReading | null }) {
  const { t, format } = useText();
  const edit = useSession((session) => session.edit);
  const remove = useRemoval({ ofLast: withItsList });
  const { retention, retentionHistory = [] } = plan.company;
  const share = (value: number | null): string => (value === null ? NO_VALUE : format.percent(value, 1));
  const points = (value: number | null): string =>
    value === null
      ? ''
      : t('outcomes.retention.points', { points: format.number(value * 100, { decimals: 1, trim: true }) });
  return (
    <>
      <RetentionFields plan={plan} />
      {retention !== undefined && (
        <p className={classes.formula} data-retention>
          {t('outcomes.retention.formula', {
            end: format.integer(amount(retention.customersAtEnd)),
            gained: format.integer(amount(retention.customersGained)),
            start: format.integer(amount(retention.customersAtStart)),
            rate: share(reading?.retentionRate ?? null),
          })}
        </p>
      )}
      <Section title={t('outcomes.history.title')} intro={t('outcomes.history.intro')}>
        {retentionHistory.length > 0 && (
          <ul className={classes.periods}>
            {retentionHistory.map((period, place) => {
              const at = ['company', 'retentionHistory', place];
              const read = reading?.history[place];
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: periods have no name but their position.
                <li key={place} data-part={at.join('/')}>
                  <TextAt
                    at={[...at, 'period']}
                    label={t('outcomes.history.period')}
                    value={period.period}
                    width={130}
                  />
                  {(['customersAtStart', 'customersGained', 'customersAtEnd'] as const).map((field) => (
                    <NumberAt
                      key={field}
                      at={[...at, field]}
                      label={t(`outcomes.history.${field}`)}
                      value={period[field]}
                      low={0}
                      high={most}
                      width={130}
                    />
                  ))}
                  <p className={classes.rate}>
                    <span>{t('outcomes.history.rate')}</span>
                    <strong>{share(read?.rate ?? null)}</strong>
                    <small>{points(read?.change ?? null)}</small>
                  </p>
                  <TextAt
                    at={[...at, 'cause']}
                    label={t('outcomes.history.cause')}
                    value={period.cause}
                    optional
                    width={220}
                  />
                  <RemoveButton
                    label={t('app.at.remove', {
                      part: t('app.at.numbered', {
                        list: t('outcomes.history.period'),
                        number: format.integer(place + 1),
                      }),
                    })}
                    onRemove={() => void remove(['company', 'retentionHistory', place])}
                  />
                </li>
              );
            })}
          </ul>
        )}
        <div>
          <AddButton
            label={t('outcomes.history.add')}
            list="company/retentionHistory"
            onAdd={() =>
              void edit(
                addPeriod(
                  plan,
                  t('outcomes.history.newPeriod', { number: format.integer(retentionHistory.length + 1) }),
                ),
              )
            }
          />
        </div>
      </Section>
    </>
  );
}
