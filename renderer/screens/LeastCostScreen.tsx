import { Text } from '@mantine/core';
import { Sections } from '../parts/at/Section.tsx';
import { LeastCostPart } from '../parts/leastCost/LeastCostPart.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';

/** The least costly numbers on duty that keep the promises. */
export function LeastCostScreen({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const { plan } = open;
  const hasPeople = plan.teams.some(({ groups }) => groups.length > 0);
  const lacking =
    open.planHash === null
      ? 'matters.faulty'
      : plan.promises.length === 0
        ? 'leastCost.empty'
        : hasPeople
          ? null
          : 'leastCost.nobody';
  return (
    <Sections>
      {lacking === null ? (
        <LeastCostPart key={`${open.key} ${open.scenario?.id ?? ''}`} open={open} />
      ) : (
        <Text maw="70ch" data-lacking>
          {t(lacking)}
        </Text>
      )}
    </Sections>
  );
}
