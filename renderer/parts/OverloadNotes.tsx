import { IconTrendingUp } from '@tabler/icons-react';
import type { Report } from '../../core/report/report.ts';
import { sentenceText } from '../text/sentenceText.ts';
import { useText } from '../text/TextProvider.tsx';
import { Note } from './Note.tsx';

/** Teams that get more work than they can do: a result that must not be overlooked. */
export function OverloadNotes({ report }: { report: Report }) {
  const texts = useText();
  return report.overloads.map((sentence) => {
    const words = sentenceText(texts, sentence);
    return <Note key={words} tone="missed" icon={MirroredTrend} title={words} />;
  });
}

const MirroredTrend = ((props: React.ComponentProps<typeof IconTrendingUp>) => (
  <IconTrendingUp {...props} className={`${props.className ?? ''} mirrored`} />
)) as typeof IconTrendingUp;
