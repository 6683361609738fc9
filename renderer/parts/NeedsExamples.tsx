import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { NeedsSample } from '../../core/contract/advice.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import classes from './NeedsStart.module.css';

/** Needs that come with the product, to see how it goes. */
export function NeedsExamples({ onChoose }: { onChoose: (sample: NeedsSample) => void }) {
  const { t, say } = useText();
  const samples = useSession((session) => session.needsSamples);
  const load = useSession((session) => session.loadNeedsSamples);
  useEffect(() => void load(), [load]);
  if (samples.length === 0) return null;
  return (
    <p className={classes.examples}>
      <span>{t('needs.start.examples')}</span>
      {samples.map((sample) => (
        <Button
          key={sample.id}
          variant="subtle"
          size="compact-sm"
          data-needs-sample={sample.id}
          title={say(sample.summary)}
          onClick={() => onChoose(sample)}
        >
          <PlanText of={sample.name} />
        </Button>
      ))}
    </p>
  );
}
