import { Text } from '@mantine/core';
import { Sections } from '../parts/at/Section.tsx';
import { BreakEvenPart } from '../parts/matters/BreakEvenPart.tsx';
import { PoolingPart } from '../parts/matters/PoolingPart.tsx';
import { SensitivityPart } from '../parts/matters/SensitivityPart.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';

/** What a promise hangs on, where it breaks, and whether to specialise or to pool. */
export function MattersScreen({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const lacking =
    open.planHash === null ? 'matters.faulty' : open.plan.promises.length === 0 ? 'matters.empty' : null;
  return (
    <Sections>
      {lacking === null ? (
        <>
          <SensitivityPart key={`${open.key} hangs`} open={open} />
          <BreakEvenPart open={open} />
        </>
      ) : (
        <Text maw="70ch" data-lacking>
          {t(lacking)}
        </Text>
      )}
      <PoolingPart key={open.key} open={open} />
    </Sections>
  );
}
