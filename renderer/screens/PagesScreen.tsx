import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { WrittenPage } from '../../core/report/pages/page.ts';
import { ownPage, pagesOf } from '../../core/report/pages/pagesOf.ts';
import { Section } from '../parts/at/Section.tsx';
import { MarkdownView } from '../parts/pages/MarkdownView.tsx';
import { PageCard } from '../parts/pages/PageCard.tsx';
import classes from '../parts/pages/Pages.module.css';
import { ownWords, pageKey } from '../parts/pages/pageEdits.ts';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { usePrinting } from '../state/usePrinting.ts';
import { pageMarkdown } from '../text/pageMarkdown.ts';
import { useText } from '../text/TextProvider.tsx';

/** Role descriptions, the escalation playbook and the survey, written from the plan, to be edited and printed. */
export function PagesScreen({ open: { plan } }: { open: OpenPlan }) {
  const texts = useText();
  const { t, say, language } = texts;
  const goTo = useSession((session) => session.goTo);
  const platform = useSession((session) => session.platform);
  const tell = useSession((session) => session.tell);
  const { print, savePdf } = usePrinting();
  const [chosen, setChosen] = useState<string>();
  const pages = useMemo(
    () =>
      pagesOf(plan).map((page) => {
        const words = ownWords(ownPage(plan, page)?.text, language);
        return {
          page,
          key: pageKey(page),
          isOwn: words !== undefined,
          markdown: words ?? pageMarkdown(texts, page),
        };
      }),
    [plan, texts, language],
  );
  const titleOf = ({ page, role }: WrittenPage): string =>
    role === null ? t(`pages.kind.${page}`) : say(plan.roles.find(({ id }) => id === role)?.name) || role;
  const wanted = useSession((session) => session.wantedPlace);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is granted once, whatever becomes of the plan.
  useEffect(() => {
    const own =
      wanted?.[0] === 'pages'
        ? plan.pages?.find(({ id }, i) => id === wanted[1] || i === wanted[1])
        : undefined;
    if (own !== undefined) setChosen(pageKey({ page: own.page, role: own.role ?? null }));
  }, [wanted]);
  const shown = pages.find(({ key }) => key === chosen) ?? pages[0];
  const saveAll = async (): Promise<void> => {
    const reply = await platform.save(
      `${plan.id}-pages.md`,
      pages.map(({ markdown }) => markdown).join('\n'),
    );
    if (!reply.ok) tell(reply.failure);
  };
  return (
    <>
      <div className={`${classes.screen} screen-only`}>
        <Section title={t('pages.title')} intro={t('pages.intro')}>
          {plan.roles.length === 0 && (
            <div className={classes.lacking}>
              <p>{t('pages.noRoles')}</p>
              <Button variant="default" onClick={() => goTo('people', ['roles'])}>
                {t('pages.toRoles')}
              </Button>
            </div>
          )}
          <div className={classes.tools}>
            <Button
              leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden />}
              data-print
              onClick={print}
            >
              {t('pages.print')}
            </Button>
            {savePdf !== null && (
              <Button variant="default" onClick={savePdf}>
                {t('pages.pdf')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
              data-save-all
              onClick={() => void saveAll()}
            >
              {t('pages.saveAll')}
            </Button>
          </div>
          <div className={classes.sheet}>
            <ul className={classes.list} aria-label={t('pages.title')}>
              {pages.map(({ page, key, isOwn }) => (
                <li key={key}>
                  <button
                    type="button"
                    className={classes.entry}
                    data-select={key}
                    aria-pressed={key === shown?.key}
                    onClick={() => setChosen(key)}
                  >
                    <bdi>{titleOf(page)}</bdi>
                    <small>{page.role === null ? '' : t('pages.kind.role')}</small>
                    {isOwn && <small>{t('pages.ownMark')}</small>}
                  </button>
                </li>
              ))}
            </ul>
            {shown !== undefined && (
              <PageCard
                key={shown.key}
                plan={plan}
                page={shown.page}
                title={titleOf(shown.page)}
                markdown={shown.markdown}
              />
            )}
          </div>
        </Section>
      </div>
      <div className={classes.paper} aria-hidden>
        {pages.map(({ key, markdown }) => (
          <section key={key} className={classes.sheetOfPaper}>
            <MarkdownView markdown={markdown} />
          </section>
        ))}
      </div>
    </>
  );
}
