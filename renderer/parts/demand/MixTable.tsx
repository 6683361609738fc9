import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { parseNumber, parseShare } from '../../../locales/format/parseNumber.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import type { GridCell } from '../grid/GridRow.tsx';
import type { CellRead, GridEdit } from '../grid/gridPaste.ts';
import { NumberGrid } from '../grid/NumberGrid.tsx';
import classes from './demand.module.css';
import { linesAt, type MixPlace } from './mix.ts';
import { mixEdit } from './mixTableEdits.ts';
import { Section } from './Section.tsx';
import { type Period, periods, totalOf } from './volumes.ts';

interface MixTableProps {
  readonly plan: Plan;
  /** Shows the lines of a cell. */
  readonly onOpen: (place: MixPlace) => void;
}

export type MixView = 'contacts' | 'share';

/** Issue types by channels: volumes with their sums, or shares of the whole. */
export function MixTable({ plan, onOpen }: MixTableProps) {
  const { t, say, format } = useText();
  const edit = usePlanEdit();
  const canEdit = useCanEdit();
  const [view, setView] = useState<MixView>('contacts');
  const [per, setPer] = useState<Period>('week');
  const [active, setActive] = useState<MixPlace | null>(null);
  const { issueTypes, channels, demand } = plan;
  const sum = t('demand.mix.sum');

  const parts = useMemo(() => {
    const rows = issueTypes.map(({ id, name }) => ({
      key: id,
      head: <bdi>{say(name)}</bdi>,
      name: say(name),
    }));
    const columns = channels.map(({ id, name }) => ({
      key: id,
      head: <bdi>{say(name)}</bdi>,
      name: say(name),
    }));
    const last = { key: '=sum', head: sum, name: sum, strong: true };
    return { rows: [...rows, last], columns: [...columns, last] };
  }, [issueTypes, channels, say, sum]);

  const cells = useMemo(() => {
    const total = totalOf(demand, per);
    const write = (contacts: number): string =>
      view === 'share'
        ? format.percent(total > 0 ? contacts / total : 0, 1)
        : format.number(contacts, { decimals: contacts < 100 ? 1 : 0, trim: true });
    const most = Math.max(
      0,
      ...issueTypes.flatMap(({ id }) =>
        channels.map((channel) => totalOf(linesAt(plan, { issueType: id, channel: channel.id }), per)),
      ),
    );
    const cell = (issueType: string | null, channel: string | null): GridCell => {
      const lines = demand.filter(
        (line) =>
          (issueType === null || line.issueType === issueType) &&
          (channel === null || line.channel === channel),
      );
      const contacts = totalOf(lines, per);
      const isSum = issueType === null || channel === null;
      const recorded = lines.filter(({ volume }) => volume === undefined).length;
      const stated = lines.length - recorded;
      const value =
        stated === 0 ? (isSum ? 0 : null) : view === 'share' ? (total > 0 ? contacts / total : 0) : contacts;
      const isWhole = issueType === null && channel === null;
      const fixed =
        stated === 0 && recorded > 0 && !isSum
          ? t('demand.mix.recordedOnly')
          : isSum && contacts === 0
            ? t('demand.mix.nothingToFollow')
            : isWhole && view === 'share'
              ? t('demand.mix.wholeStays')
              : undefined;
      return {
        value,
        text: value === null ? '' : write(contacts),
        strong: isSum,
        ...(fixed === undefined ? {} : { fixed }),
        ...(isSum || most === 0 ? {} : { fill: contacts / most }),
        ...(recorded > 0 && !isSum
          ? { mark: <span className={classes.recorded}>{t('demand.mix.recorded')}</span> }
          : {}),
      };
    };
    const places = [...channels.map(({ id }) => id), null];
    return [...issueTypes.map(({ id }) => id), null].map((issueType) =>
      places.map((channel) => cell(issueType, channel)),
    );
  }, [plan, demand, issueTypes, channels, per, view, format, t]);

  const read = (text: string): CellRead => {
    const parsed = view === 'share' ? parseShare(text) : parseNumber(text, { percent: 'refuse' });
    if (!parsed.ok) return { ok: false, message: t.dynamic('app.unread', parsed.reason) };
    return parsed.value >= 0 ? parsed : { ok: false, message: t('demand.grid.negative') };
  };
  const onEdit = (edits: readonly GridEdit[]): string | undefined => {
    const found = mixEdit(plan, edits, per, view);
    if (typeof found === 'string') return t.dynamic('demand.mix.refused', found);
    void edit((now) => {
      const commands = mixEdit(now, edits, per, view);
      return typeof commands === 'string' ? [] : commands;
    });
    return undefined;
  };
  const onSelect = (row: number, column: number): void => {
    const issueType = issueTypes[row]?.id;
    const channel = channels[column]?.id;
    setActive(issueType === undefined || channel === undefined ? null : { issueType, channel });
  };
  const isEmpty = issueTypes.length === 0 || channels.length === 0;
  return (
    <Section
      id="mix"
      title={t('demand.mix.title')}
      explanation={t(isEmpty ? 'demand.mix.empty' : 'demand.mix.intro')}
      controls={
        !isEmpty && (
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('demand.mix.view')}
              value={view}
              onChange={(chosen) => setView(chosen === 'share' ? 'share' : 'contacts')}
              data={[
                { value: 'contacts', label: t('demand.mix.contacts') },
                { value: 'share', label: t('demand.mix.share') },
              ]}
            />
            <ChoiceField
              label={t('demand.mix.period')}
              hideLabel
              width={140}
              options={periods.map((value) => ({ value, label: t(`demand.per.${value}`) }))}
              value={per}
              onChange={setPer}
            />
          </>
        )
      }
    >
      {!isEmpty && (
        <>
          <NumberGrid
            label={t('demand.mix.title')}
            corner={t('demand.mix.corner')}
            at={['demand']}
            rows={parts.rows}
            columns={parts.columns}
            cells={cells}
            read={read}
            write={(value) =>
              view === 'share' ? format.percent(value, 2) : format.number(value, { grouped: false })
            }
            onEdit={onEdit}
            onSelect={onSelect}
            disabled={!canEdit}
            maxHeight={560}
          />
          <div>
            <Button
              size="compact-sm"
              variant="default"
              disabled={active === null}
              data-open-lines
              onClick={() => active !== null && onOpen(active)}
            >
              {t('demand.mix.openLines')}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}
