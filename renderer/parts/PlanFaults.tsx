import type { Fault } from '../../core/units/fault.ts';
import type { OpenPlan } from '../state/session.ts';
import { stepPlaceText } from '../text/stepText.ts';
import { useText } from '../text/TextProvider.tsx';
import { FaultList } from './FaultList.tsx';
import { PlaceLink } from './PlaceLink.tsx';

interface PlanFaultsProps {
  readonly open: OpenPlan;
  readonly faults: readonly Fault[];
}

/** Faults of the open plan, each with the way to the place where it is mended. */
export function PlanFaults({ open, faults }: PlanFaultsProps) {
  const texts = useText();
  const place = ({ path }: Fault) => <PlaceLink path={path} words={stepPlaceText(texts, path, open.plan)} />;
  return <FaultList faults={faults} plan={open.plan} place={place} />;
}
