import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { importActuals } from '../../../core/plan/actuals/importActuals.ts';
import { type ActualsFault, readActuals } from '../../../core/plan/actuals/readActuals.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { createActualsCells } from '../../../locales/format/actualsCells.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { actualsFaultText } from '../../text/actualsFaultText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { Disclosure } from '../Disclosure.tsx';
import { inputDirection } from '../fields/inputDirection.ts';
import { Note } from '../Note.tsx';
import classes from './review.module.css';

const shownFaults = 12;
const mostBytes = 20_000_000;

type Outcome =
  | { readonly kind: 'taken'; readonly periods: number }
  | { readonly kind: 'refused'; readonly faults: readonly ActualsFault[] }
  | { readonly kind: 'unread' };

/** A table of what really happened, from a file or pasted: all of it is taken, or nothing. */
export function ImportActuals({ plan }: { plan: Plan }) {
  const { t, format, language, direction } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const input = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const take = async (text: string, source: string | undefined): Promise<boolean> => {
    const found = readActuals(text, plan, createActualsCells(format.settings.calendar));
    if (!found.ok) {
      setOutcome({ kind: 'refused', faults: found.failure });
      return false;
    }
    const origin = {
      source: source === undefined ? undefined : { [language]: source },
      note: (said: string) => ({ [language]: said }),
    };
    const saved = await edit(importActuals(plan, found.value, origin));
    setOutcome(saved ? { kind: 'taken', periods: found.value.length } : null);
    return saved;
  };
  const takeFile = async (file: File): Promise<void> => {
    const text = file.size > mostBytes ? null : await file.text().catch(() => null);
    if (text === null) setOutcome({ kind: 'unread' });
    else await take(text, file.name);
  };
  const words = (...columns: readonly string[]): string =>
    format.list(columns.map((column) => t.dynamic('units.typed.actuals', column).split('|')[0] ?? column));
  const help = t('review.tableHelp', {
    days: words('from', 'to'),
    month: words('month'),
    parts: words('issueType', 'channel', 'team', 'promise'),
    figures: words(
      'contacts',
      'handlingSeconds',
      'peopleOnDuty',
      'shrinkage',
      'attained',
      'satisfaction',
      'cost',
    ),
  });
  return (
    <div className={classes.import}>
      <div className={classes.buttons}>
        <Button
          variant="default"
          disabled={!canEdit}
          leftSection={<IconFileImport size={18} stroke={1.75} className="mirrored" aria-hidden />}
          data-import-actuals
          onClick={() => input.current?.click()}
        >
          {t('review.import')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          hidden
          aria-label={t('review.import')}
          data-actuals-file
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) void takeFile(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <p className={classes.hint}>{help}</p>
      <Disclosure title={t('review.paste')} name="paste">
        <div className={classes.paste}>
          <Textarea
            label={t('review.pasteLabel')}
            {...inputDirection('auto', direction)}
            value={pasted}
            autosize
            minRows={4}
            maxRows={14}
            onChange={({ currentTarget }) => setPasted(currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={!canEdit || pasted.trim() === ''}
            onClick={() => void take(pasted, undefined).then((done) => done && setPasted(''))}
          >
            {t('review.pasteTake')}
          </Button>
        </div>
      </Disclosure>
      <div role="status">
        {outcome?.kind === 'taken' && t('review.taken', { count: outcome.periods })}
        {outcome?.kind === 'unread' && t('review.unreadFile')}
      </div>
      {outcome?.kind === 'refused' && (
        <Note tone="missed" icon={IconAlertTriangle} title={t('review.refused')} role="alert">
          <ul className={classes.faults} data-refused={outcome.faults.length}>
            {outcome.faults.slice(0, shownFaults).map((fault) => (
              <li key={`${fault.line} ${fault.head} ${fault.code}`}>{actualsFaultText({ t }, fault)}</li>
            ))}
          </ul>
          {outcome.faults.length > shownFaults &&
            t('app.refused.more', { number: outcome.faults.length - shownFaults })}
        </Note>
      )}
    </div>
  );
}
