import { Text } from '@mantine/core';
import { useState } from 'react';
import { earningOf, type AssistantPays as Pays } from '../../../core/measures/breakEven.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { useText } from '../../text/TextProvider.tsx';
import { DataTable } from '../DataTable.tsx';
import { CommitField } from '../fields/CommitField.tsx';
import { useNumberText } from '../fields/useNumberText.ts';
import { Panel } from '../Panel.tsx';
import classes from './matters.module.css';

/** What an assistant saves at each containment, and from which on it pays what it costs. */
export function AssistantPays({ assistant, plan }: { assistant: Pays; plan: Plan }) {
  const { t, format, say } = useText();
  const [perMonth, setPerMonth] = useState(0);
  const [perContact, setPerContact] = useState(0);
  const money = useNumberText({ as: 'money', low: 0, high: 1e15 });
  const { points, isPlanned, contactsPerMonth } = assistant;
  const percent = (share: number): string => format.percent(share, 0);
  const amount = (value: number | null): string => (value === null ? NO_VALUE : format.money(value));
  const channel = say(plan.channels.find(({ id }) => id === assistant.channel)?.name ?? assistant.channel);
  const without = points[0]?.costPerMonth ?? null;
  const last = points.at(-1)?.containment ?? 0;
  // Of an imagined one, what the most that was looked at would save.
  const shown = isPlanned ? assistant : { ...assistant, containment: last };
  const earning = earningOf(shown, { perMonth, perContact });
  const at = percent(shown.containment);
  return (
    <Panel
      title={t('breakEven.assistant.title', { channel })}
      explanation={t('matters.assistant.explanation')}
    >
      <div className={classes.stack} data-assistant={assistant.channel}>
        <Text size="sm" maw="80ch">
          {isPlanned
            ? t('breakEven.assistant.planned', {
                containment: percent(assistant.containment),
                contacts: format.number(contactsPerMonth, { decimals: 0 }),
              })
            : t('breakEven.assistant.imagined')}
        </Text>
        <DataTable
          caption={t('matters.assistant.chart')}
          rowHead={t('breakEven.assistant.column.containment')}
          columns={[
            { key: 'hours', head: t('breakEven.assistant.column.hours') },
            { key: 'cost', head: t('breakEven.assistant.column.cost') },
            { key: 'saved', head: t('breakEven.assistant.column.saved') },
          ]}
          rows={points.map(({ containment, hoursPerWeek, costPerMonth }) => ({
            key: String(containment),
            head: percent(containment),
            strong: isPlanned && containment === assistant.containment,
            cells: [
              hoursPerWeek === null ? NO_VALUE : format.number(hoursPerWeek, { decimals: 0 }),
              amount(costPerMonth),
              amount(without === null || costPerMonth === null ? null : without - costPerMonth),
            ],
          }))}
        />
        <Text size="sm" maw="80ch">
          {earning.hoursSavedPerWeek === null
            ? t('breakEven.assistant.noNumber')
            : earning.savedPerMonth === null
              ? t('breakEven.assistant.savesHours', {
                  containment: at,
                  hours: format.number(earning.hoursSavedPerWeek, { decimals: 0 }),
                })
              : t('breakEven.assistant.saves', {
                  containment: at,
                  hours: format.number(earning.hoursSavedPerWeek, { decimals: 0 }),
                  money: format.money(earning.savedPerMonth),
                })}
        </Text>
        {earning.savedPerMonth !== null && (
          <>
            <div className={classes.bar}>
              <CommitField
                label={t('matters.assistant.perMonth')}
                value={perMonth}
                onCommit={setPerMonth}
                inputMode="decimal"
                width={200}
                {...money}
              />
              <CommitField
                label={t('matters.assistant.perContact')}
                value={perContact}
                onCommit={setPerContact}
                inputMode="decimal"
                width={200}
                {...money}
              />
            </div>
            {earning.spentPerMonth > 0 && (
              <Text size="sm" fw={600} maw="80ch" role="status" data-pays>
                {earning.paysFrom === null
                  ? t('breakEven.assistant.paysNever', {
                      money: format.money(earning.spentPerMonth),
                      most: percent(last),
                    })
                  : t('breakEven.assistant.pays', {
                      money: format.money(earning.spentPerMonth),
                      containment: percent(earning.paysFrom),
                    })}
              </Text>
            )}
          </>
        )}
      </div>
    </Panel>
  );
}
