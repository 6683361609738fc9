import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconHelpCircle,
} from '@tabler/icons-react';
import type { Verdict } from '../../core/report/verdict.ts';
import { useText } from '../text/TextProvider.tsx';
import classes from './VerdictMark.module.css';

const icons = {
  kept: IconCircleCheckFilled,
  atRisk: IconAlertTriangleFilled,
  missed: IconCircleXFilled,
  undecided: IconHelpCircle,
} as const;

/** Kept, at risk or missed: by icon, word and colour together. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { t } = useText();
  const Icon = icons[verdict];
  return (
    <span className={classes.mark} data-verdict={verdict}>
      <Icon size={18} aria-hidden />
      {t(`report.verdict.${verdict}`)}
    </span>
  );
}
