import { Button, Text } from '@mantine/core';
import { IconAlertTriangleFilled, IconCircleCheck } from '@tabler/icons-react';
import type { DutyFinding } from '../../../core/measures/duties.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { Section } from '../at/Section.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { PlaceLink } from '../PlaceLink.tsx';
import classes from './Duties.module.css';
import { valueParams } from './dutyWords.ts';

/** What is amiss with the duties: each with the way to its field, and the step that puts it right where there is one. */
export function Findings({ findings, isOld }: { findings: readonly DutyFinding[]; isOld: boolean }) {
  const texts = useText();
  const { t } = texts;
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  return (
    <Section title={t('duties.findings.title')} intro={t('duties.findings.intro')}>
      {findings.length === 0 ? (
        <p className={classes.fine}>
          <IconCircleCheck size={18} aria-hidden />
          {t('duties.findings.none')}
        </p>
      ) : (
        <ul className={classes.findings} data-old={isOld}>
          {findings.map(({ code, values, place, remedy }) => (
            <li key={`${code} ${place.join('/')} ${JSON.stringify(values)}`} data-finding={code}>
              <IconAlertTriangleFilled size={16} aria-hidden className={classes.warn ?? ''} />
              <div className={classes.words}>
                <Text size="sm">{t.dynamic('duties.finding', code, valueParams(texts, values))}</Text>
                <span className={classes.tools}>
                  <PlaceLink path={place} words={t('duties.findings.show')} />
                  {remedy !== null && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={!canEdit || isOld}
                      data-remedy={remedy.kind}
                      onClick={() => void edit([...remedy.commands])}
                    >
                      {t.dynamic('duties.remedy', remedy.kind, valueParams(texts, remedy.values))}
                    </Button>
                  )}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
