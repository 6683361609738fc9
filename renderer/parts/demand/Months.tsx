import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Profile } from '../../../core/plan/schema/demand.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { createFormat } from '../../../locales/format/format.ts';
import { parseNumber } from '../../../locales/format/parseNumber.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePartEdit } from '../at/usePlanEdit.ts';
import type { CellRead } from '../grid/gridPaste.ts';
import { NumberGrid } from '../grid/NumberGrid.tsx';
import classes from './demand.module.css';
import { setMonthFactors } from './profileEdits.ts';

/** How months differ: a factor each, in the plan's own calendar, against their mean. */
export function Months({ plan, profile }: { plan: Plan; profile: Profile }) {
  const { t, format } = useText();
  const edit = usePartEdit();
  const canEdit = useCanEdit();
  const { monthFactors } = profile;
  const { calendar } = plan.locale;
  const names = useMemo(() => {
    const { monthName } = createFormat({ ...format.settings, calendar });
    return Array.from({ length: 12 }, (_, month) => monthName(month + 1));
  }, [format, calendar]);
  const factor = t('demand.months.factor');
  const at = ['profiles', profile.id, 'monthFactors'];
  const read = (text: string): CellRead => {
    const parsed = parseNumber(text);
    if (!parsed.ok) return { ok: false, message: t.dynamic('app.unread', parsed.reason) };
    return parsed.value >= 0 ? parsed : { ok: false, message: t('demand.grid.negative') };
  };
  const cells = useMemo(
    () => [
      names.map((_, month) => {
        const value = monthFactors?.[month] ?? 1;
        return { value, text: format.number(value, { decimals: 3, trim: true }) };
      }),
    ],
    [names, monthFactors, format],
  );
  return (
    <div className={classes.stack}>
      <p className={classes.empty}>
        {t(monthFactors === undefined ? 'demand.months.equal' : 'demand.months.intro')}
      </p>
      <NumberGrid
        label={t('demand.months.title')}
        corner={t('demand.months.month')}
        at={at}
        rows={[{ key: 'factor', head: factor, name: factor }]}
        columns={names.map((name) => ({ key: name, head: name, name }))}
        cells={cells}
        read={read}
        write={(value) => format.number(value, { grouped: false })}
        onEdit={(edits) => {
          const changes = new Map(edits.map(({ column, value }) => [column, value ?? 1]));
          void edit('profiles', profile.id, (now) => setMonthFactors(now, changes));
          return undefined;
        }}
        disabled={!canEdit}
        dense
      />
      {monthFactors !== undefined && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            disabled={!canEdit}
            onClick={() => void edit('profiles', profile.id, () => [{ change: 'remove', at }])}
          >
            {t('demand.months.level')}
          </Button>
        </div>
      )}
    </div>
  );
}
