import type { NeededIssue, Needs } from '../../../core/plan/schema/needs.ts';
import { nameIn } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { Disclosure } from '../Disclosure.tsx';
import { AddWords } from './AddWords.tsx';
import { NeededPart } from './NeededPart.tsx';
import classes from './needs.module.css';
import { addIssues } from './needsEdits.ts';
import { PillsIn, YesNoIn } from './PillsIn.tsx';

const complexities = ['simple', 'moderate', 'complex', 'engineering'] as const;

/** What customers ask about: names typed or pasted first, and of each as much as is known. */
export function IssuesAnswer({ needs }: { needs: Needs }) {
  const { t, say, language } = useText();
  const edit = usePlanEdit();
  return (
    <div data-at="needs/issues" className={classes.partBody}>
      <AddWords
        label={t('needs.issue.add')}
        placeholder={t('needs.issue.example')}
        list="needs/issues"
        onAdd={(names) =>
          edit((plan) =>
            addIssues(
              plan,
              names.map((name) => nameIn(language, name)),
              say,
            ),
          )
        }
      />
      {needs.issues !== undefined && (
        <ul className={classes.parts}>
          {needs.issues.map((issue) => (
            <NeededPart key={issue.id} list="issues" id={issue.id} name={say(issue.name)}>
              <IssueFields issue={issue} />
            </NeededPart>
          ))}
        </ul>
      )}
    </div>
  );
}

function IssueFields({ issue }: { issue: NeededIssue }) {
  const { t, say } = useText();
  const at = ['needs', 'issues', issue.id];
  return (
    <>
      <TextAt
        at={[...at, 'name']}
        label={t('needs.issue.name')}
        hideLabel
        value={issue.name}
        width="min(100%, 320px)"
      />
      <PillsIn
        at={[...at, 'complexity']}
        label={t('needs.issue.complexityOf', { issue: say(issue.name) })}
        value={issue.complexity}
        options={complexities.map((value) => ({ value, label: t(`needs.complexity.${value}`) }))}
      />
      <Disclosure title={t('needs.issue.more')}>
        <div className={classes.fields}>
          <QuantityAt
            at={[...at, 'share']}
            label={t('needs.issue.share')}
            value={issue.share}
            as="share"
            optional
            width={170}
          />
          <QuantityAt
            at={[...at, 'handlingMinutes']}
            label={t('needs.issue.handlingMinutes')}
            value={issue.handlingMinutes}
            as="number"
            low={0.01}
            high={10_000}
            optional
            width={170}
          />
          <QuantityAt
            at={[...at, 'repeatedShare']}
            label={t('needs.issue.repeatedShare')}
            value={issue.repeatedShare}
            as="share"
            optional
            width={170}
          />
          <TextAt
            at={[...at, 'department']}
            label={t('needs.issue.department')}
            value={issue.department}
            optional
            width={170}
          />
          <YesNoIn at={[...at, 'urgent']} label={t('needs.issue.urgent')} value={issue.urgent} />
        </div>
      </Disclosure>
    </>
  );
}
