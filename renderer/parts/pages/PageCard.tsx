import { Button } from '@mantine/core';
import { IconArrowBackUp, IconDownload, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { WrittenPage } from '../../../core/report/pages/page.ts';
import { ownPage } from '../../../core/report/pages/pagesOf.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { plainPage } from '../../text/pageMarkdown.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { CommitField } from '../fields/CommitField.tsx';
import { MarkdownView } from './MarkdownView.tsx';
import classes from './Pages.module.css';
import { backToGenerated, ownWords, pageKey, writeOwn } from './pageEdits.ts';

interface PageCardProps {
  readonly plan: Plan;
  readonly page: WrittenPage;
  readonly title: string;
  /** What is shown: own words, or the generated text. */
  readonly markdown: string;
}

/** One page: to be read, written over, taken back to the generated text, and given away. */
export function PageCard({ plan, page, title, markdown }: PageCardProps) {
  const { t, language } = useText();
  const edit = useSession((session) => session.edit);
  const platform = useSession((session) => session.platform);
  const tell = useSession((session) => session.tell);
  const canEdit = useCanEdit();
  const [isEditing, setEditing] = useState(false);
  const own = ownPage(plan, page);
  const isOwn = ownWords(own?.text, language) !== undefined;
  const place = `pages/${own?.id ?? pageKey(page)}`;
  const save = async (ending: 'md' | 'txt'): Promise<void> => {
    const name = `${plan.id}-${page.role ?? page.page}.${ending}`;
    const reply = await platform.save(name, ending === 'md' ? markdown : plainPage(markdown));
    if (!reply.ok) tell(reply.failure);
  };
  return (
    <article className={classes.page} aria-label={title} data-at={place} data-page={pageKey(page)}>
      <div className={`${classes.tools} screen-only`}>
        <Button
          variant={isEditing ? 'filled' : 'default'}
          leftSection={<IconPencil size={18} stroke={1.75} aria-hidden />}
          disabled={!canEdit}
          aria-pressed={isEditing}
          data-edit-page
          onClick={() => setEditing(!isEditing)}
        >
          {t(isEditing ? 'pages.done' : 'pages.edit')}
        </Button>
        {isOwn && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp className="mirrored" size={18} stroke={1.75} aria-hidden />}
            disabled={!canEdit}
            data-generated
            onClick={() => void edit(backToGenerated(plan, page, language))}
          >
            {t('pages.back')}
          </Button>
        )}
        {(['md', 'txt'] as const).map((ending) => (
          <Button
            key={ending}
            variant="subtle"
            leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
            data-save={ending}
            onClick={() => void save(ending)}
          >
            {ending === 'md' ? t('pages.save.md', { format: 'Markdown' }) : t('pages.save.txt')}
          </Button>
        ))}
      </div>
      <p className={`${classes.note} screen-only`}>{t(isOwn ? 'pages.own' : 'pages.generated')}</p>
      {isEditing && (
        <div className={classes.editor}>
          <CommitField
            label={t('pages.words')}
            description={t('pages.markdown')}
            long
            dir="auto"
            inputMode="text"
            width="100%"
            draft={place}
            value={markdown}
            write={(text) => text}
            read={(text) => ({ ok: true, value: text })}
            place={`${place}/text`}
            disabled={!canEdit}
            onCommit={(words) => {
              if (words !== markdown) void edit(writeOwn(plan, page, language, words));
            }}
          />
        </div>
      )}
      <MarkdownView markdown={markdown} />
    </article>
  );
}
