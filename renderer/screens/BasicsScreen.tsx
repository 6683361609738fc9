import { Sections } from '../parts/at/Section.tsx';
import { CompanyFields } from '../parts/basics/CompanyFields.tsx';
import { LocaleFields } from '../parts/basics/LocaleFields.tsx';
import { OpinionFields } from '../parts/basics/OpinionFields.tsx';
import { PeriodFields } from '../parts/basics/PeriodFields.tsx';
import { PlanFields } from '../parts/basics/PlanFields.tsx';
import { RetentionFields } from '../parts/basics/RetentionFields.tsx';
import type { OpenPlan } from '../state/session.ts';

/** What the plan is for: the company, the period that is looked at, and how numbers and dates are written. */
export function BasicsScreen({ open: { plan } }: { open: OpenPlan }) {
  return (
    <Sections>
      <CompanyFields plan={plan} />
      <PeriodFields plan={plan} />
      <LocaleFields plan={plan} />
      <PlanFields plan={plan} />
      <RetentionFields plan={plan} />
      <OpinionFields plan={plan} />
    </Sections>
  );
}
