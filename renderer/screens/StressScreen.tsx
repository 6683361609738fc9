import { Text } from '@mantine/core';
import { Sections } from '../parts/at/Section.tsx';
import { StressPart } from '../parts/stress/StressPart.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';

/** What breaks first: which promise gives way to which of the things that may happen. */
export function StressScreen({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const lacking =
    open.planHash === null ? 'matters.faulty' : open.plan.promises.length === 0 ? 'stress.empty' : null;
  return (
    <Sections>
      {lacking === null ? (
        <StressPart key={`${open.key} ${open.scenario?.id ?? ''}`} open={open} />
      ) : (
        <Text maw="70ch" data-lacking>
          {t(lacking)}
        </Text>
      )}
    </Sections>
  );
}
