import { ActionIcon, Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useText } from '../../text/TextProvider.tsx';
import { optionally } from '../at/optionally.ts';
import { CommitField } from '../fields/CommitField.tsx';
import { useDurationText } from '../fields/useDurationText.ts';
import { useNumberText } from '../fields/useNumberText.ts';
import { ScrollFrame } from '../ScrollFrame.tsx';
import classes from './matters.module.css';
import type { TypedKind } from './typedKind.ts';

interface KindTableProps {
  readonly kinds: readonly TypedKind[];
  readonly onChange: (kinds: readonly TypedKind[]) => void;
  /** Kinds of one's own can be taken out; those of the plan are left out by their mark. */
  readonly mayRemove: boolean;
}

/** The contacts that would be pooled or split, with all figures that the price hangs on. */
export function KindTable({ kinds, onChange, mayRemove }: KindTableProps) {
  const { t } = useText();
  const change = (key: string, more: Partial<TypedKind>): void =>
    onChange(kinds.map((kind) => (kind.key === key ? { ...kind, ...more } : kind)));
  const heads = ['perHour', 'handling', 'patience', 'target', 'share'] as const;
  return (
    <ScrollFrame label={t('matters.pool.title')}>
      <table className={classes.kinds}>
        <thead>
          <tr>
            <th scope="col">{t('matters.pool.column.kind')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`matters.pool.column.${head}`)}
              </th>
            ))}
            {mayRemove && <td />}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind.key} data-kind={kind.key}>
              <th scope="row">
                <Checkbox
                  label={<bdi>{kind.name}</bdi>}
                  aria-label={t('matters.pool.with', { name: kind.name })}
                  checked={kind.isIncluded}
                  onChange={(event) => change(kind.key, { isIncluded: event.currentTarget.checked })}
                />
              </th>
              <KindFields kind={kind} onChange={(more) => change(kind.key, more)} />
              {mayRemove && (
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={t('matters.pool.remove', { name: kind.name })}
                    onClick={() => onChange(kinds.filter(({ key }) => key !== kind.key))}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function KindFields({ kind, onChange }: { kind: TypedKind; onChange: (more: Partial<TypedKind>) => void }) {
  const { t } = useText();
  const { name } = kind;
  const perHour = useNumberText({ as: 'number', low: 0.01, high: 1e6 });
  const share = useNumberText({ as: 'share', low: 0.01, high: 0.9999 });
  const handling = useDurationText(1, 1e6);
  const patience = useDurationText(1, 1e9);
  const target = useDurationText(0, 1e9);
  return (
    <>
      <td>
        <CommitField
          label={t('matters.pool.field.perHour', { name })}
          hideLabel
          value={kind.contactsPerHour}
          onCommit={(contactsPerHour) => onChange({ contactsPerHour })}
          inputMode="decimal"
          width={76}
          {...perHour}
        />
      </td>
      <td>
        <CommitField
          label={t('matters.pool.field.handling', { name })}
          hideLabel
          value={kind.handlingSeconds}
          onCommit={(handlingSeconds) => onChange({ handlingSeconds })}
          dir="auto"
          width={150}
          {...handling}
        />
      </td>
      <td>
        <CommitField
          label={t('matters.pool.field.patience', { name })}
          hideLabel
          value={kind.patienceSeconds}
          onCommit={(patienceSeconds) => onChange({ patienceSeconds })}
          placeholder={t('matters.pool.forever')}
          dir="auto"
          width={146}
          {...optionally(true, patience.write, patience.read)}
        />
      </td>
      <td>
        <CommitField
          label={t('matters.pool.field.target', { name })}
          hideLabel
          value={kind.targetSeconds}
          onCommit={(targetSeconds) => onChange({ targetSeconds })}
          dir="auto"
          width={104}
          {...target}
        />
      </td>
      <td>
        <CommitField
          label={t('matters.pool.field.share', { name })}
          hideLabel
          value={kind.leastServiceLevel}
          onCommit={(leastServiceLevel) => onChange({ leastServiceLevel })}
          inputMode="decimal"
          width={68}
          {...share}
        />
      </td>
    </>
  );
}
