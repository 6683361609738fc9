import { Button, Textarea, TextInput, Title } from '@mantine/core';
import { IconVersions } from '@tabler/icons-react';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import type { VersionSummary } from '../../core/contract/library.ts';
import { planChanges } from '../../core/plan/edits/planChanges.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { Section, Sections } from '../parts/at/Section.tsx';
import { useCanEdit } from '../parts/at/useAt.ts';
import { ChangeList } from '../parts/ChangeList.tsx';
import { ChoiceField } from '../parts/fields/ChoiceField.tsx';
import { inputDirection } from '../parts/fields/inputDirection.ts';
import { VersionCard } from '../parts/versions/VersionCard.tsx';
import classes from '../parts/versions/Versions.module.css';
import { useDraft } from '../state/drafts.ts';
import { documentOf } from '../state/openPlan.ts';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';

/** Stands for the plan as it is shown, where a version is to be chosen. */
const now = '=now';

/** Named versions of the plan: kept, compared in words, brought back. */
export function VersionsScreen({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const versions = useSession((session) => session.versions);
  const load = useSession((session) => session.loadVersions);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string>(now);
  const plan = open.kept?.plan;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for another plan.
  useEffect(() => void load(), [plan, load]);
  const list = versions?.list ?? [];
  const chosen = from ?? list[0]?.version ?? now;
  return (
    <Sections>
      <KeepVersion />
      <Section title={t('versions.list')} {...(list.length === 0 && { intro: t('versions.none') })}>
        <ul className={classes.list}>
          {list.map((version) => (
            <li key={version.version}>
              <VersionCard
                open={open}
                version={version}
                results={versions?.results ?? []}
                isCompared={chosen === version.version && to === now}
                onCompare={() => {
                  setFrom(version.version);
                  setTo(now);
                }}
              />
            </li>
          ))}
        </ul>
      </Section>
      {list.length > 0 && (
        <Differences open={open} list={list} from={chosen} to={to} setFrom={setFrom} setTo={setTo} />
      )}
    </Sections>
  );
}

function KeepVersion() {
  const { t, direction } = useText();
  const keep = useSession((session) => session.keepVersion);
  const canEdit = useCanEdit();
  const plan = useSession(({ open }) => open?.key ?? '');
  const nameDraft = useDraft(`version/${plan}/name`);
  const noteDraft = useDraft(`version/${plan}/note`);
  const [name, setName] = useState(nameDraft.text ?? '');
  const [note, setNote] = useState(noteDraft.text ?? '');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '' || !(await keep(name.trim(), note.trim()))) return;
    for (const draft of [nameDraft, noteDraft]) draft.forget();
    setName('');
    setNote('');
  };
  return (
    <Section title={t('versions.title')} intro={t('versions.intro')}>
      <form className={classes.keep} onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('versions.name')}
          {...inputDirection('auto', direction)}
          maxLength={200}
          value={name}
          data-version-name
          onChange={({ currentTarget }) => {
            setName(currentTarget.value);
            nameDraft.keep(currentTarget.value);
          }}
        />
        <Textarea
          label={t('versions.note')}
          {...inputDirection('auto', direction)}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={20_000}
          value={note}
          onChange={({ currentTarget }) => {
            setNote(currentTarget.value);
            noteDraft.keep(currentTarget.value);
          }}
        />
        <Button
          type="submit"
          disabled={!canEdit || name.trim() === ''}
          leftSection={<IconVersions size={18} stroke={1.75} aria-hidden />}
          data-keep-version
        >
          {t('versions.keep')}
        </Button>
      </form>
    </Section>
  );
}

interface DifferencesProps {
  readonly open: OpenPlan;
  readonly list: readonly VersionSummary[];
  readonly from: string;
  readonly to: string;
  readonly setFrom: (version: string) => void;
  readonly setTo: (version: string) => void;
}

function Differences({ open, list, from, to, setFrom, setTo }: DifferencesProps) {
  const { t, format } = useText();
  const documents = useSession((session) => session.versions?.documents);
  const read = useSession((session) => session.readVersion);
  useEffect(() => {
    for (const version of [from, to]) if (version !== now) void read(version);
  }, [from, to, read]);
  const planOf = (version: string): Plan | undefined =>
    // A scenario is no version: what is kept and compared is the plan that holds it.
    version === now ? documentOf(open).plan : documents?.[version];
  const [before, after] = [planOf(from), planOf(to)];
  const changes = useMemo(
    () => (before === undefined || after === undefined ? null : planChanges(before, after)),
    [before, after],
  );
  const options = [
    { value: now, label: t('versions.now') },
    ...list.map(({ version, name, at }) => ({ value: version, label: `${name} · ${format.date(at)}` })),
  ];
  return (
    <section className={classes.differences} aria-labelledby="differences">
      <header>
        <Title order={2} id="differences" size="h4">
          {t('versions.differences')}
        </Title>
        <p className={classes.intro}>{t('versions.differencesIntro')}</p>
      </header>
      <div className={classes.choice}>
        <ChoiceField
          label={t('versions.from')}
          width={320}
          options={options}
          value={from}
          onChange={setFrom}
        />
        <ChoiceField label={t('versions.to')} width={320} options={options} value={to} onChange={setTo} />
        {changes !== null && changes.length > 0 && (
          <p className={classes.count} role="status">
            {t('versions.differ', { count: changes.length })}
          </p>
        )}
      </div>
      {changes === null ? (
        <div aria-busy="true" />
      ) : changes.length === 0 ? (
        <p className={classes.intro}>{t('versions.same')}</p>
      ) : (
        <ChangeList changes={changes} isOpenPlan={to === now} />
      )}
    </section>
  );
}
