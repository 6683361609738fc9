import { Text } from '@mantine/core';
import {
  coefficientPlaces,
  type OutcomeCoefficient,
  type OutcomeCoefficientId,
  outcomeCoefficients,
} from '../../../core/measures/outcomes.ts';
import type { Quantity } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { Section } from '../at/Section.tsx';
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
        {outcomeCoefficients.map((id) => (
          <li key={id} data-coefficient={id}>
            <CoefficientField
              plan={plan}
              id={id}
              coefficient={coefficients.find((one) => one.id === id) ?? { ...unread, id }}
              isRead={coefficients.length > 0}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Before the host has read them, or where the plan has faults. */
const unread = { figure: null, basis: 'lacking', isAssumed: false, source: null } as const;

interface CoefficientFieldProps {
  readonly plan: Plan;
  readonly id: OutcomeCoefficientId;
  readonly coefficient: OutcomeCoefficient;
  /** Not before the plan can be calculated. */
  readonly isRead: boolean;
}

function CoefficientField({ plan, id, coefficient, isRead }: CoefficientFieldProps) {
  const { t, say, format } = useText();
  const { figure, basis, isAssumed } = coefficient;
  const place = coefficientPlaces[id];
  const unit = units[id];
  const range = rangeText(format, figure, unit);
  const held = t('outcomes.coefficients.holds', { value: likelyText(format, figure, unit), range });
  const source =
    basis === 'stated'
      ? say(coefficient.source ?? undefined) || t('outcomes.coefficients.noSource')
      : basis === 'lacking'
        ? isRead
          ? t('outcomes.coefficients.lacking')
          : ''
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
      <p className={classes.source}>
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
