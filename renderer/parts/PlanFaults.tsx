import { Anchor } from '@mantine/core';
import type { Fault } from '../../core/units/fault.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { screenOfPlace } from '../state/screenOfPlace.ts';
import type { OpenPlan } from '../state/session.ts';
import { stepPlaceText } from '../text/stepText.ts';
import { useText } from '../text/TextProvider.tsx';
import { FaultList } from './FaultList.tsx';

interface PlanFaultsProps {
  readonly open: OpenPlan;
  readonly faults: readonly Fault[];
}

/** Faults of the open plan, each with the way to the place where it is mended. */
export function PlanFaults({ open, faults }: PlanFaultsProps) {
  const texts = useText();
  const goTo = useSession((session) => session.goTo);
  const place = ({ path }: Fault) => {
    const words = stepPlaceText(texts, path, open.plan);
    const screen = open.kept === null ? undefined : screenOfPlace(path);
    if (screen === undefined) return <span>{words}</span>;
    return (
      <Anchor component="button" type="button" size="sm" ta="start" onClick={() => goTo(screen, path)}>
        {words}
      </Anchor>
    );
  };
  return <FaultList faults={faults} plan={open.plan} place={place} />;
}
