import {
  IconArrowDownRight,
  IconArrowUpRight,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconEqual,
  IconHelpCircle,
} from '@tabler/icons-react';
import type { ComparisonVerdict as Verdict } from '../../../core/measures/comparison.ts';
import { useText } from '../../text/TextProvider.tsx';
import classes from './scenarios.module.css';

const icons = {
  better: IconCircleCheckFilled,
  worse: IconCircleXFilled,
  more: IconArrowUpRight,
  less: IconArrowDownRight,
  same: IconEqual,
  unclear: IconHelpCircle,
} as const satisfies Record<Verdict, unknown>;

/** How sure a difference is, by icon, word and colour together. */
export function ComparisonVerdict({ verdict }: { verdict: Verdict }) {
  const { t } = useText();
  const Icon = icons[verdict];
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      <Icon size={16} className={verdict === 'more' || verdict === 'less' ? 'mirrored' : ''} aria-hidden />
      {t(`compare.verdict.${verdict}`)}
    </span>
  );
}
