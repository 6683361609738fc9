import { useText } from '../../text/TextProvider.tsx';
import classes from './routing.module.css';
import type { RuleList } from './ruleEdits.ts';

/** Leads to the rule that says so. */
export function RuleLink({ list, position }: { list: RuleList; position: number }) {
  const { t, format } = useText();
  const show = (): void => {
    const rule = document.querySelector<HTMLElement>(`[data-rule="${list}/${position}"]`);
    rule?.scrollIntoView({ block: 'center' });
    rule?.focus({ preventScroll: true });
  };
  return (
    <button type="button" className={classes.link} onClick={show}>
      {t(`routing.path.rule.${list}`, { number: format.integer(position + 1) })}
    </button>
  );
}
