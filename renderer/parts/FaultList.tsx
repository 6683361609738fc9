import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Fault } from '../../core/units/fault.ts';
import { faultText } from '../text/faultText.ts';
import { useText } from '../text/TextProvider.tsx';
import { writePath } from '../text/writePath.ts';
import classes from './FaultList.module.css';

const shownAtFirst = 20;

interface FaultListProps {
  readonly faults: readonly Fault[];
  /** The plan that they are of, so that parts are called by their names; absent for a file that is no plan. */
  readonly plan?: Plan;
  /** Where the fault is, instead of its place in the file. */
  readonly place?: (fault: Fault) => ReactNode;
}

/** Faults in the order of the document: where, what, and what to do about it. */
export function FaultList({ faults, plan, place = filePlace }: FaultListProps) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const shown = all ? faults : faults.slice(0, shownAtFirst);
  return (
    <div className={classes.frame}>
      <ol className={classes.list}>
        {shown.map((fault, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order.
          <li key={position}>
            {place(fault)}
            <FaultWords fault={fault} plan={plan ?? null} />
          </li>
        ))}
      </ol>
      {shown.length < faults.length && (
        <Button variant="default" size="xs" onClick={() => setAll(true)}>
          {t('app.refused.more', { number: faults.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

function FaultWords({ fault, plan }: { fault: Fault; plan: Plan | null }) {
  const texts = useText();
  return (
    <Text size="sm" component="span">
      {faultText(texts, fault, plan)}
    </Text>
  );
}

const filePlace = ({ path }: Fault): ReactNode => <FilePlace path={path} />;

function FilePlace({ path }: Pick<Fault, 'path'>) {
  const { t } = useText();
  return (
    <code className={classes.path} dir="ltr">
      {path.length === 0 ? t('app.refused.wholeFile') : writePath(path)}
    </code>
  );
}
