import { Loader, Text, UnstyledButton } from '@mantine/core';
import {
  IconArrowRight,
  IconBuildingBank,
  IconDeviceLaptop,
  IconHeadset,
  IconShoppingBag,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { SampleSummary } from '../../core/contract/methods.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { PlanText } from '../text/PlanText.tsx';
import classes from './SampleCard.module.css';

const pictures: Readonly<Record<string, typeof IconHeadset>> = {
  'online-shop': IconShoppingBag,
  'computer-company': IconDeviceLaptop,
  'bank-phone-centre': IconBuildingBank,
  'it-service-desk': IconHeadset,
};

/** One sample plan; opening it shows its results at once. */
export function SampleCard({ sample }: { sample: SampleSummary }) {
  const openSample = useSession((session) => session.openSample);
  const isOpening = useSession(
    ({ opening }) => opening !== null && opening.kind === 'sample' && opening.id === sample.id,
  );
  const Picture = pictures[sample.id] ?? IconUsersGroup;
  return (
    <UnstyledButton
      className={classes.card ?? ''}
      onClick={() => void openSample(sample.id)}
      data-sample={sample.id}
      aria-busy={isOpening}
    >
      <span className={classes.picture} aria-hidden="true">
        <Picture size={24} stroke={1.6} />
      </span>
      <span className={classes.words}>
        <Text component="span" fw={650} size="md">
          <PlanText of={sample.name} />
        </Text>
        <Text component="span" size="sm" c="dimmed">
          <PlanText of={sample.summary} />
        </Text>
      </span>
      <span className={classes.arrow} aria-hidden="true">
        {isOpening ? <Loader size={18} /> : <IconArrowRight size={18} className="mirrored" />}
      </span>
    </UnstyledButton>
  );
}
