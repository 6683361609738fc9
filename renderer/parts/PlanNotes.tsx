import { Button, Group, Text } from '@mantine/core';
import { IconCloudOff, IconEyeOff, IconGitMerge, IconRefresh, IconTrash } from '@tabler/icons-react';
import { stepName } from '../../core/plan/edits/stepName.ts';
import type { OpenConflict, Unsaved } from '../state/openPlan.ts';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { failureText } from '../text/failureText.ts';
import { stepText } from '../text/stepText.ts';
import { useText } from '../text/TextProvider.tsx';
import { Note } from './Note.tsx';
import classes from './PlanNotes.module.css';
import { RefusedFileNote } from './RefusedFileNote.tsx';

/** What the person has to know or decide about the shown plan before anything else. */
export function PlanNotes({ open }: { open: OpenPlan }) {
  const conflict = useSession((session) => session.conflict);
  const unsaved = useSession((session) => session.unsaved);
  const changed = useSession((session) => session.changedElsewhere);
  const refused = useSession((session) => session.refused);
  return (
    <>
      {refused !== null && <RefusedFileNote refused={refused} />}
      {open.unkept !== null && <UnkeptNote open={open} />}
      {open.kept?.removed === true && <RemovedNote plan={open.kept.plan} />}
      {conflict !== null && <ConflictNote conflict={conflict} />}
      {unsaved !== null && <UnsavedNote unsaved={unsaved} open={open} />}
      {changed && conflict === null && <ChangedNote />}
    </>
  );
}

function UnkeptNote({ open }: { open: OpenPlan }) {
  const { t } = useText();
  if (open.unkept === null) return null;
  return (
    <Note tone="risk" icon={IconEyeOff} title={t('app.plan.unkept')} role="status">
      <Text size="sm">{failureText(t, open.unkept).remedy}</Text>
    </Note>
  );
}

function RemovedNote({ plan }: { plan: string }) {
  const { t } = useText();
  const restore = useSession((session) => session.restorePlan);
  const lookAgain = useSession((session) => session.lookAgain);
  return (
    <Note tone="risk" icon={IconTrash} title={t('app.plan.removedElsewhere')} role="status">
      <Text size="sm">{t('app.plan.removedDetail')}</Text>
      <Button size="xs" variant="default" onClick={() => void restore(plan).then(lookAgain)}>
        {t('app.library.restore')}
      </Button>
    </Note>
  );
}

function ChangedNote() {
  const { t } = useText();
  const note = useSession((session) => session.noteChanged);
  return (
    <Note
      tone="plain"
      icon={IconRefresh}
      title={t('app.plan.changedElsewhere')}
      role="status"
      end={
        <Button size="compact-sm" variant="subtle" onClick={note}>
          {t('app.plan.noted')}
        </Button>
      }
    />
  );
}

function ConflictNote({ conflict }: { conflict: OpenConflict }) {
  const texts = useText();
  const { t } = texts;
  const keepTheirs = useSession((session) => session.keepTheirs);
  const putMineOnTop = useSession((session) => session.putMineOnTop);
  const keepMineAsCopy = useSession((session) => session.keepMineAsCopy);
  const { theirs, mine, separate, since, commands } = conflict;
  return (
    <Note tone="risk" icon={IconGitMerge} title={t('app.conflict.title')} role="alert">
      <Text size="sm">{t('app.conflict.detail')}</Text>
      <dl className={classes.sides}>
        <dt>{t('app.conflict.mine')}</dt>
        <dd>{stepText(texts, stepName(commands), mine ?? theirs.document)}</dd>
        <dt>{t('app.conflict.theirs')}</dt>
        {(since ?? []).map((name, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order.
          <dd key={place}>{stepText(texts, name, theirs.document)}</dd>
        ))}
      </dl>
      <Text size="sm">{t(separate ? 'app.conflict.separate' : 'app.conflict.same')}</Text>
      <Group gap="xs">
        <Button size="xs" onClick={() => void putMineOnTop()}>
          {t(separate ? 'app.conflict.keepBoth' : 'app.conflict.putMine')}
        </Button>
        <Button size="xs" variant="default" onClick={keepTheirs}>
          {t('app.conflict.keepTheirs')}
        </Button>
        {mine !== null && (
          <Button
            size="xs"
            variant="default"
            onClick={() => void keepMineAsCopy(t('app.conflict.copyName', { name: texts.say(mine.name) }))}
          >
            {t('app.conflict.asCopy')}
          </Button>
        )}
      </Group>
    </Note>
  );
}

function UnsavedNote({ unsaved, open }: { unsaved: Unsaved; open: OpenPlan }) {
  const { t } = useText();
  const tryAgain = useSession((session) => session.tryAgain);
  const drop = useSession((session) => session.dropUnsaved);
  const exportPlan = useSession((session) => session.exportPlan);
  const plan = open.kept?.plan ?? '';
  return (
    <Note tone="missed" icon={IconCloudOff} title={t('app.unsaved.title')} role="alert">
      <Text size="sm">{failureText(t, unsaved.failure).remedy}</Text>
      <Group gap="xs">
        <Button size="xs" onClick={() => void tryAgain()}>
          {t('app.unsaved.again')}
        </Button>
        <Button size="xs" variant="default" onClick={() => void exportPlan(plan, false)}>
          {t('app.unsaved.elsewhere')}
        </Button>
        <Button size="xs" variant="subtle" onClick={drop}>
          {t('app.unsaved.drop')}
        </Button>
      </Group>
    </Note>
  );
}
