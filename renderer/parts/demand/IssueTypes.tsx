import { Button } from '@mantine/core';
import { withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import type { IssueType } from '../../../core/plan/schema/demand.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { skillName } from '../../../core/plan/skillName.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { LawAt } from '../at/LawAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { SwitchAt } from '../at/SwitchAt.tsx';
import { TagsAt } from '../at/TagsAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { useCanEdit } from '../at/useAt.ts';
import classes from './demand.module.css';
import { addIssueType } from './demandEdits.ts';
import { FoldedPart } from './FoldedPart.tsx';
import { Section } from './Section.tsx';
import { useNewPart } from './useNewPart.ts';
import { totalOf } from './volumes.ts';

const complexities = ['simple', 'moderate', 'complex', 'engineering'] as const;

/** What customers ask about. */
export function IssueTypes({ plan }: { plan: Plan }) {
  const { t, say, format, language } = useText();
  const edit = useSession((session) => session.edit);
  const isNew = useNewPart(plan.issueTypes.map(({ id }) => id));
  const total = totalOf(plan.demand, 'week');
  const factsOf = ({ id, complexity, priority }: IssueType): string[] => {
    const lines = plan.demand.filter(({ issueType }) => issueType === id);
    return [
      t(`demand.issues.complexities.${complexity}`),
      t('demand.issues.priorityIs', { priority }),
      lines.length === 0
        ? t('demand.issues.unasked')
        : t('demand.issues.shareIs', {
            share: format.percent(total > 0 ? totalOf(lines, 'week') / total : 0, 1),
          }),
    ];
  };
  return (
    <Section
      id="issueTypes"
      title={t('demand.issues.title')}
      explanation={t(plan.issueTypes.length === 0 ? 'demand.issues.empty' : 'demand.issues.intro')}
    >
      {plan.issueTypes.length > 0 && (
        <ul className={classes.list}>
          {plan.issueTypes.map((issueType) => (
            <FoldedPart
              key={issueType.id}
              at={['issueTypes', issueType.id]}
              name={say(issueType.name)}
              facts={factsOf(issueType)}
              startsOpen={isNew(issueType.id)}
              onRemove={() => void edit(withoutPart(plan, 'issueTypes', issueType.id))}
            >
              {() => <IssueTypeFields plan={plan} issueType={issueType} />}
            </FoldedPart>
          ))}
        </ul>
      )}
      <div>
        <AddButton
          label={t('demand.issues.add')}
          list="issueTypes"
          onAdd={() => void edit((now) => addIssueType(now, { [language]: t('demand.issues.newName') }))}
        />
      </div>
    </Section>
  );
}

function IssueTypeFields({ plan, issueType }: { plan: Plan; issueType: IssueType }) {
  const { t, say } = useText();
  const at = ['issueTypes', issueType.id];
  const skills = [
    ...new Set([
      ...plan.issueTypes.flatMap((one) => one.skills),
      ...plan.teams.flatMap(({ groups }) => groups.flatMap((group) => group.skills)),
    ]),
  ];
  return (
    <>
      <FieldGrid>
        <TextAt at={[...at, 'name']} label={t('demand.name')} value={issueType.name} />
        <ChoiceAt
          width="100%"
          at={[...at, 'complexity']}
          label={t('demand.issues.complexity')}
          usual="moderate"
          value={issueType.complexity}
          options={complexities.map((value) => ({
            value,
            label: t(`demand.issues.complexities.${value}`),
          }))}
        />
        <NumberAt
          width="100%"
          at={[...at, 'priority']}
          label={t('demand.issues.priority')}
          value={issueType.priority}
          low={1}
          high={9}
          whole
        />
        <ChoiceAt
          width="100%"
          at={[...at, 'entryTier']}
          label={t('demand.issues.entryTier')}
          usual=""
          value={issueType.entryTier}
          options={[{ value: '', label: t('demand.issues.firstTier') }, ...partsOf(plan.tiers, say)]}
        />
        <TagsAt
          at={[...at, 'skills']}
          label={t('demand.issues.skills')}
          value={issueType.skills}
          known={skills}
          nameOf={(skill) => say(skillName(plan, skill))}
          placeholder={t('demand.issues.anySkill')}
        />
      </FieldGrid>
      <TextAt
        at={[...at, 'description']}
        label={t('demand.description')}
        value={issueType.description}
        optional
        long
      />
      <SwitchAt
        at={[...at, 'preemptible']}
        label={t('demand.issues.preemptible')}
        value={issueType.preemptible}
        usual={false}
      />
      <SelfService issueType={issueType} />
    </>
  );
}

/** The share that tries self-service first, where it is said. */
function SelfService({ issueType }: { issueType: IssueType }) {
  const { t } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const at = ['issueTypes', issueType.id, 'selfService'];
  const { selfService } = issueType;
  const guess = (value: number) => ({ value, assumed: true });
  if (selfService === undefined)
    return (
      <div>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canEdit}
          data-add={at.join('/')}
          onClick={() =>
            void edit([{ change: 'set', at, value: { triedShare: guess(0.3), deflectedShare: guess(0.3) } }])
          }
        >
          {t('demand.issues.addSelfService')}
        </Button>
      </div>
    );
  return (
    <div className={classes.row} data-at={at.join('/')}>
      <QuantityAt
        at={[...at, 'triedShare']}
        label={t('demand.issues.tried')}
        value={selfService.triedShare}
        as="share"
        width={210}
      />
      <QuantityAt
        at={[...at, 'deflectedShare']}
        label={t('demand.issues.deflected')}
        value={selfService.deflectedShare}
        as="share"
        width={210}
      />
      <LawAt
        at={[...at, 'delay']}
        label={t('demand.issues.delay')}
        value={selfService.delay}
        optional
        none={t('demand.issues.noDelay')}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        disabled={!canEdit}
        onClick={() => void edit([{ change: 'remove', at }])}
      >
        {t('demand.issues.removeSelfService')}
      </Button>
    </div>
  );
}
