import { Button, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Way } from '../../../core/plan/ways.ts';
import { useText } from '../../text/TextProvider.tsx';
import { DurationAt } from '../at/DurationAt.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import type { Arrow } from './arrows.ts';
import classes from './Structure.module.css';
import type { Acts } from './useActs.ts';
import { useWayText } from './useWayText.ts';
import { canRemove } from './wayEdits.ts';

const kinds = ['functional', 'hierarchical', 'overflow'] as const;

/** One arrow: what it is, how much goes this way, and the rule that says so. */
export function WayDetails({ plan, arrow, acts }: { plan: Plan; arrow: Arrow; acts: Acts }) {
  const { t } = useText();
  const wayText = useWayText(plan);
  const canEdit = useCanEdit();
  const { way } = arrow;
  const kind = kinds.find((one) => one === way.kind);
  return (
    <div className={classes.fields} data-details={arrow.id}>
      <Text size="sm">{wayText(way, arrow.perDay)}</Text>
      {kind !== undefined && canRemove(way) && (
        <ChoiceField
          label={t('structure.field.kind')}
          width="100%"
          disabled={!canEdit}
          options={kinds.map((value) => ({ value, label: t(`structure.way.${value}`) }))}
          value={kind}
          onChange={(chosen) => acts.redraw(way, chosen)}
        />
      )}
      <Rules plan={plan} way={way} />
      {canRemove(way) ? (
        <div>
          <Button
            variant="default"
            color="red"
            size="xs"
            disabled={!canEdit}
            data-end={arrow.id}
            leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
            onClick={() => acts.removeWay(way)}
          >
            {t('structure.menu.endArrow')}
          </Button>
        </div>
      ) : (
        <Text size="sm" c="dimmed">
          {t('structure.byRule')}
        </Text>
      )}
    </div>
  );
}

/** Shares and overflow times of the rules behind an arrow; a rule may speak of more teams than this one. */
function Rules({ plan, way }: { plan: Plan; way: Way }) {
  const { t } = useText();
  return way.rules.map((path, i) => {
    const [list, rule, , position] = path;
    const key = path.join('/');
    const number = way.rules.length > 1 ? { number: i + 1 } : null;
    if (list === 'outcomes') {
      const next = plan.outcomes[Number(rule)]?.next[Number(position)];
      if (next === undefined) return null;
      return (
        <QuantityAt
          key={key}
          at={[...path, 'share']}
          label={number === null ? t('structure.field.share') : t('structure.field.shareOf', number)}
          value={next.share}
          as="share"
          low={0}
          high={1}
        />
      );
    }
    if (list !== 'routing') return null;
    const found = plan.routing[Number(rule)];
    const entry = found?.entries[Number(position)];
    if (entry === undefined) return null;
    return (
      <DurationAt
        key={key}
        at={['routing', found?.id ?? Number(rule), 'entries', Number(position), 'afterSeconds']}
        label={t('structure.field.after')}
        value={entry.afterSeconds}
        low={0}
        high={7 * 86_400}
      />
    );
  });
}
