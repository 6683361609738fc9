import { Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Failure } from '../../core/contract/failures.ts';
import { failureText } from '../text/failureText.ts';
import { useText } from '../text/TextProvider.tsx';
import { FaultList } from './FaultList.tsx';
import { Note } from './Note.tsx';

/** A failure where it happened: what, why, what to do. */
export function FailureNote({ failure, children }: { failure: Failure; children?: ReactNode }) {
  const { t } = useText();
  const { title, remedy } = failureText(t, failure);
  return (
    <Note tone="missed" icon={IconAlertCircle} title={title} role="alert">
      <Text size="sm">{remedy}</Text>
      {failure.faults !== undefined && <FaultList faults={failure.faults} />}
      {children}
    </Note>
  );
}
