import { Text } from '@mantine/core';
import type { OutcomeCoefficient, OutcomeCoefficientId } from '../../../core/measures/outcomes.ts';
import type { Quantity } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { Section } from '../at/Section.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { type LikelyUnit, likelyText, rangeText } from './likelyText.ts';
import classes from './Outcomes.module.css';

const units: Readonly<Record<OutcomeCoefficientId, LikelyUnit>> = {
  customers: 'people',
  curveFactor: 'number',
  avoidShare: 'share',
  avoidYears: 'number',
  tellShare: 'share',
  listeners: 'number',
  dissuadedShare: 'share',
  valuePerYear: 'money',
  acquisitionCost: 'money',
  otherLossShare: 'share',
};

/** Every coefficient of the forecast: what holds, where it comes from, and a field for the company's own. */
export function Coefficients({
  plan,
  coefficients,
}: {
  plan: Plan;
  coefficients: readonly OutcomeCoefficient[];
}) {
  const { t } = useText();
  return (
    <Section title={t('outcomes.coefficients.title')} intro={t('outcomes.coefficients.intro')}>
      <ul className={classes.coefficients}>
        {coefficients.map((coefficient) => (
          <li key={coefficient.id} data-coefficient={coefficient.id}>
            <CoefficientField plan={plan} coefficient={coefficient} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function CoefficientField({ plan, coefficient }: { plan: Plan; coefficient: OutcomeCoefficient }) {
  const { t, say, format } = useText();
  const canEdit = useCanEdit();
  const { id, figure, basis, isAssumed, place } = coefficient;
  const unit = units[id];
  const range = rangeText(format, figure, unit);
  const held = t('outcomes.coefficients.holds', { value: likelyText(format, figure, unit), range });
  const source =
    basis === 'stated'
      ? say(coefficient.source ?? undefined) || t('outcomes.coefficients.noSource')
      : basis === 'lacking'
        ? t('outcomes.coefficients.lacking')
        : t.dynamic('outcomes.source', basis === 'derived' ? 'derived' : id);
  // Without the company's retention there is no place for the cost of winning a customer.
  const hasPlace = id !== 'acquisitionCost' || plan.company.retention !== undefined;
  return (
    <>
      {hasPlace ? (
        <QuantityAt
          at={[...place]}
          label={t(`outcomes.coefficient.${id}`)}
          value={valueAt(plan, place)}
          as={unit === 'people' ? 'whole' : unit === 'share' || unit === 'money' ? unit : 'number'}
          optional
          {...(basis !== 'stated' && figure !== null && { placeholder: likelyText(format, figure, unit) })}
          width="100%"
        />
      ) : (
        <Text size="sm" fw={500}>
          {t(`outcomes.coefficient.${id}`)}
        </Text>
      )}
      <p className={classes.source} data-can={canEdit}>
        {basis !== 'stated' && range !== '' && <span>{held}</span>}
        {isAssumed && basis !== 'stated' && <em>{t('app.at.assumed')}</em>}
        <span>{hasPlace ? source : t('outcomes.coefficients.retentionFirst')}</span>
      </p>
    </>
  );
}

/** What the plan itself says there. */
function valueAt(plan: Plan, place: readonly string[]): Quantity | undefined {
  let at: unknown = plan;
  for (const step of place) at = (at as Readonly<Record<string, unknown>> | undefined)?.[step];
  return at as Quantity | undefined;
}
