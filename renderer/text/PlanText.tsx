import type { Text } from '../../core/plan/schema/elements.ts';
import { useText } from './TextProvider.tsx';

/** A text of the plan, kept apart from the direction of the text around it. */
export function PlanText({ of }: { of: Text | undefined }) {
  const { say } = useText();
  return <bdi>{say(of)}</bdi>;
}
