import { Text, Title } from '@mantine/core';
import { AddButton } from '../parts/at/AddButton.tsx';
import { Sections } from '../parts/at/Section.tsx';
import { GoalsEditor } from '../parts/goals/GoalsEditor.tsx';
import classes from '../parts/promises/PromiseCard.module.css';
import { PromiseCard } from '../parts/promises/PromiseCard.tsx';
import { addPromise } from '../parts/promises/promiseEdits.ts';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';

/** What is promised to customers and between teams, each a sentence that one fills in; and the goals beside them. */
export function PromisesScreen({ open }: { open: OpenPlan }) {
  const { t, language } = useText();
  const edit = useSession((session) => session.edit);
  const { plan } = open;
  const add = (): void => {
    const name = { [language]: t('app.promises.newName') };
    void edit((now) => addPromise(now, name));
  };
  return (
    <Sections>
      <section aria-labelledby="promises" className={classes.list}>
        <header>
          <Title order={2} id="promises" size="h3">
            {t('app.promises.title')}
          </Title>
          <Text size="sm" c="dimmed" maw="80ch">
            {t(plan.promises.length === 0 ? 'app.promises.empty' : 'app.promises.intro')}
          </Text>
        </header>
        <ul className={classes.list}>
          {plan.promises.map((promise) => (
            <PromiseCard key={promise.id} open={open} promise={promise} />
          ))}
        </ul>
        <div>
          <AddButton label={t('app.promises.add')} list="promises" onAdd={add} />
        </div>
      </section>
      <GoalsEditor open={open} />
    </Sections>
  );
}
