import { FailureNote } from '../parts/FailureNote.tsx';
import { Coefficients } from '../parts/outcomes/Coefficients.tsx';
import { Forecast } from '../parts/outcomes/Forecast.tsx';
import { Opinions } from '../parts/outcomes/Opinions.tsx';
import classes from '../parts/outcomes/Outcomes.module.css';
import { Retention } from '../parts/outcomes/Retention.tsx';
import { YearsAhead } from '../parts/outcomes/YearsAhead.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useOutcomes } from '../state/useOutcomes.ts';
import { useText } from '../text/TextProvider.tsx';

/** What support does to the customers who stay, and to money. */
export function OutcomesScreen({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const { reading, isOld, failure, told } = useOutcomes(open);
  return (
    <div className={classes.page}>
      <Opinions told={told} />
      <Retention plan={open.plan} reading={reading} />
      {open.planHash === null && <p className={classes.hint}>{t('outcomes.faultsFirst')}</p>}
      {failure !== null && <FailureNote failure={failure} />}
      {reading !== null && open.planHash !== null && <Forecast reading={reading} isOld={isOld} />}
      <Coefficients plan={open.plan} coefficients={reading?.coefficients ?? []} />
      {reading !== null && open.planHash !== null && <YearsAhead years={reading.years} />}
    </div>
  );
}
