import { Button, Text, Title } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { NeedsExamples } from '../NeedsExamples.tsx';
import classes from '../NeedsStart.module.css';

/** A plan without answers about its company: what they are for, and ways to begin. */
export function NeedsBegin() {
  const { t } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const begin = (needs: object): void => void edit([{ change: 'set', at: ['needs'], value: needs }]);
  return (
    <section className={classes.card} aria-labelledby="needs-begin">
      <span className={classes.picture} aria-hidden="true">
        <IconMessageQuestion size={26} stroke={1.6} />
      </span>
      <div className={classes.words}>
        <Title order={2} id="needs-begin" size="h4">
          {t('needs.start.title')}
        </Title>
        <Text size="sm" c="dimmed" maw="72ch">
          {t('needs.start.here')}
        </Text>
        <div className={classes.actions}>
          <Button disabled={!canEdit} data-begin-needs onClick={() => begin({})}>
            {t('needs.start.begin')}
          </Button>
          <NeedsExamples onChoose={({ file }) => begin(file.needs)} />
        </div>
      </div>
    </section>
  );
}
