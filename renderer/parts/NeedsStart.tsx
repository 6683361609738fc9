import { Button, Text, Title } from '@mantine/core';
import { IconArrowRight, IconMessageQuestion } from '@tabler/icons-react';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';
import { NeedsExamples } from './NeedsExamples.tsx';
import classes from './NeedsStart.module.css';
import { useNeedsPlan } from './useNewPlan.ts';

/** The way in for those who have no data: questions about the company, and organisations that fit. */
export function NeedsStart() {
  const { t } = useText();
  const make = useNeedsPlan();
  const isMaking = useSession((session) => session.opening?.kind === 'new');
  return (
    <section className={classes.card} aria-labelledby="needs-start">
      <span className={classes.picture} aria-hidden="true">
        <IconMessageQuestion size={26} stroke={1.6} />
      </span>
      <div className={classes.words}>
        <Title order={2} id="needs-start" size="h4">
          {t('needs.start.title')}
        </Title>
        <Text size="sm" c="dimmed" maw="72ch">
          {t('needs.start.detail')}
        </Text>
        <div className={classes.actions}>
          <Button
            loading={isMaking}
            data-new-needs
            rightSection={<IconArrowRight size={18} className="mirrored" aria-hidden />}
            onClick={() => make()}
          >
            {t('needs.start.begin')}
          </Button>
          <NeedsExamples onChoose={({ file }) => make(file)} />
        </div>
      </div>
    </section>
  );
}
