import { Text } from '@mantine/core';
import { type ClipboardEvent, useRef, useState } from 'react';
import { groupCostPerMonth } from '../../../core/plan/groupCost.ts';
import { peopleOfGroup } from '../../../core/plan/people.ts';
import type { Group, Team } from '../../../core/plan/schema/team.ts';
import { skillName } from '../../../core/plan/skillName.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { languageName } from '../../text/languageName.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { ScrollFrame } from '../ScrollFrame.tsx';
import { GroupCell } from './GroupCell.tsx';
import { type ColumnName, columns, pasteCells, readCell, rowsIn, setCell } from './groupCells.ts';
import classes from './People.module.css';
import { addGroup, removeGroup } from './peopleEdits.ts';
import { useCellText } from './useCellText.ts';

interface GroupGridProps {
  readonly open: OpenPlan;
  readonly selected: string | undefined;
  readonly onSelect: (group: string) => void;
}

/** A row of the table: a group, or the empty one at the end of a team in which the next is written. */
interface Row {
  readonly key: string;
  readonly team: Team;
  readonly group: Group | null;
}

/** Everyone by team, as a sheet: arrows move, Enter or typing edits, a block from a sheet can be pasted. */
export function GroupGrid({ open: { plan }, selected, onSelect }: GroupGridProps) {
  const { t, say, format, direction, language } = useText();
  const { words, textOf } = useCellText(plan);
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<{ row: string; column: ColumnName } | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const rows = plan.teams.flatMap((team): Row[] => [
    ...team.groups.map((group) => ({ key: group.id, team, group })),
    { key: `new/${team.id}`, team, group: null },
  ]);
  const active =
    at !== null && rows.some(({ key }) => key === at.row)
      ? at
      : { row: rows[0]?.key ?? '', column: 'name' as const };

  const goTo = (row: string, column: ColumnName): void => {
    setAt({ row, column });
    const group = rows.find(({ key }) => key === row)?.group;
    if (group) onSelect(group.id);
    table.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(row)}/${column}"]`)?.focus();
  };
  const move = (down: number, along: number): void => {
    const row = rows[rows.findIndex(({ key }) => key === active.row) + down];
    if (row === undefined) return;
    // The empty row has a name to be written, and nothing else.
    const column = row.group === null ? 'name' : columns[columns.indexOf(active.column) + along];
    if (column !== undefined) goTo(row.key, column);
  };
  const give = (row: Row, column: ColumnName, text: string): boolean => {
    const read = readCell(plan, row.group ?? {}, column, text, words);
    if (!read.ok) {
      setRefused([text]);
      return false;
    }
    setRefused([]);
    if (row.group !== null) {
      const commands = setCell({ team: row.team, group: row.group }, column, read.value);
      if (commands.length > 0) void edit(commands);
    } else if (read.value !== undefined)
      void edit((now) => addGroup(now, row.team, { [column]: read.value }));
    return true;
  };
  const paste = (event: ClipboardEvent): void => {
    const row = rows.find(({ key }) => key === active.row);
    if (row === undefined || !canEdit || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const pasted = rowsIn(event.clipboardData.getData('text/plain'));
    const first = row.group === null ? row.team.groups.length : row.team.groups.indexOf(row.group);
    const done = pasteCells(plan, row.team, first, active.column, pasted, words);
    setRefused(done.refused);
    if (done.commands.length > 0) void edit(done.commands);
  };
  const copy = (event: ClipboardEvent): void => {
    const group = rows.find(({ key }) => key === active.row)?.group;
    if (!group || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', textOf(group, active.column));
  };
  const forward = direction === 'rtl' ? -1 : 1;
  const label = t('people.groups.sheet');

  const cell = (row: Row, column: ColumnName) => (
    <GroupCell
      key={column}
      plan={plan}
      row={row.key}
      column={column}
      label={t(`people.group.${column}`)}
      text={row.group === null ? '' : textOf(row.group, column)}
      placeholder={
        row.group === null
          ? t('people.groups.newRow')
          : column === 'headcount'
            ? format.integer(peopleOfGroup(plan, row.team, row.group))
            : ''
      }
      isActive={active.row === row.key && active.column === column}
      canEdit={canEdit}
      isGroup={row.group !== null}
      onFocus={() => {
        setAt({ row: row.key, column });
        if (row.group !== null) onSelect(row.group.id);
      }}
      onGive={(text) => give(row, column, text)}
      onMove={(key) => {
        if (key === 'ArrowUp') move(-1, 0);
        else if (key === 'ArrowDown' || key === 'Enter') move(1, 0);
        else if (key === 'ArrowLeft') move(0, -forward);
        else if (key === 'ArrowRight') move(0, forward);
        else if (key === 'Home') goTo(row.key, 'name');
        else if (key === 'End' && row.group !== null) goTo(row.key, 'sourcing');
      }}
    />
  );

  return (
    <>
      {refused.length > 0 && (
        <p className={classes.refused} role="alert">
          {t('people.groups.refused', { cells: format.list(refused.slice(0, 5)) })}
        </p>
      )}
      <ScrollFrame label={label} maxHeight={620}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a sheet is a grid.
          role="grid"
          aria-label={label}
          className={classes.grid}
          onPaste={paste}
          onCopy={copy}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-numeric={column === 'headcount'}>
                  {t(`people.group.${column}`)}
                </th>
              ))}
              {(['skills', 'languages'] as const).map((field) => (
                <th key={field} scope="col" className={classes.wide}>
                  {t(`people.group.${field}`)}
                </th>
              ))}
              <th scope="col" data-numeric="true">
                {t('people.group.cost')}
              </th>
              <th scope="col">
                <span className={classes.hidden}>{t('people.groups.actions')}</span>
              </th>
            </tr>
          </thead>
          {plan.teams.map((team) => (
            <tbody key={team.id}>
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 4} className={classes.team}>
                  <PlanText of={team.name} />
                  {team.site?.name !== undefined && (
                    <Text span size="xs" c="dimmed">
                      <PlanText of={team.site.name} />
                    </Text>
                  )}
                </th>
              </tr>
              {team.groups.map((group) => {
                const cost = groupCostPerMonth(plan, team, group);
                const name = textOf(group, 'name') || textOf(group, 'role');
                const remove = t('app.at.remove', { part: name });
                return (
                  <tr key={group.id} data-selected={group.id === selected} data-group={group.id}>
                    {columns.map((column) => cell({ key: group.id, team, group }, column))}
                    <td className={classes.wide}>
                      {format.list(group.skills.map((skill) => say(skillName(plan, skill))))}
                    </td>
                    <td className={classes.wide}>
                      <span data-empty={group.languages.length === 0}>
                        {group.languages.length === 0
                          ? t('people.group.languagesNone')
                          : format.list(group.languages.map((code) => languageName(language, code)))}
                      </span>
                    </td>
                    <td data-numeric="true">{cost === null ? NO_VALUE : format.bare(cost, 'money')}</td>
                    <td>
                      <RemoveButton
                        label={remove}
                        part={group.id}
                        size="md"
                        hasTip
                        tabIndex={group.id === selected ? 0 : -1}
                        onRemove={() => void edit(removeGroup(plan, { team, group }))}
                      />
                    </td>
                  </tr>
                );
              })}
              <tr data-new={team.id}>
                {cell({ key: `new/${team.id}`, team, group: null }, 'name')}
                <td colSpan={columns.length + 3} />
              </tr>
            </tbody>
          ))}
        </table>
      </ScrollFrame>
    </>
  );
}
