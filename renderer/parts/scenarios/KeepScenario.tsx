import { Button, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import type { Command } from '../../../core/plan/edits/command.ts';
import { documentOf } from '../../state/openPlan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { nameIn } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { addScenario } from './scenarioEdits.ts';
import classes from './scenarios.module.css';

interface KeepScenarioProps {
  readonly open: OpenPlan;
  readonly commands: readonly Command[];
  readonly name: string;
}

/** Keeps changes of the shown plan among the scenarios, on the plan or on the scenario that is shown, and leads there. */
export function KeepScenario({ open, commands, name }: KeepScenarioProps) {
  const { t, language } = useText();
  const edit = useSession((session) => session.edit);
  const goTo = useSession((session) => session.goTo);
  const canEdit = useCanEdit();
  const [isKept, setKept] = useState(false);
  const keep = async (): Promise<void> => {
    const document = documentOf(open).plan;
    if (await edit(addScenario(document, nameIn(language, name), open.scenario?.id, commands))) setKept(true);
  };
  return (
    <div className={classes.actions} data-no-picture>
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={16} stroke={1.75} aria-hidden />}
        disabled={!canEdit || commands.length === 0}
        data-keep-scenario
        onClick={() => void keep()}
      >
        {t('scenarios.quick.keep')}
      </Button>
      <span role="status">
        {isKept && (
          <>
            <Text span size="sm">
              {t('scenarios.stands')}
            </Text>{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => goTo('scenarios')}>
              {t('scenarios.goTo')}
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
