import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Fault } from '../../core/units/fault.ts';
import { useText } from '../text/TextProvider.tsx';
import { writePath } from '../text/writePath.ts';
import classes from './FaultList.module.css';

const shownAtFirst = 20;

/** Faults in the order of the document: where, what, and what to do about it. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const shown = all ? faults : faults.slice(0, shownAtFirst);
  return (
    <div className={classes.frame}>
      <ol className={classes.list}>
        {shown.map((fault, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order.
          <li key={place}>
            <FaultLine fault={fault} />
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

function FaultLine({ fault }: { fault: Fault }) {
  const { t } = useText();
  return (
    <>
      <code className={classes.path} dir="ltr">
        {fault.path.length === 0 ? t('app.refused.wholeFile') : writePath(fault.path)}
      </code>
      <Text size="sm" component="span">
        {t.dynamic('faults', fault.code, fault.params)}
      </Text>
    </>
  );
}
