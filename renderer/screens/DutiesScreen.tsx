import { Button, Menu, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { dutyKinds, dutyParts } from '../../core/plan/schema/duties.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { AddMenu } from '../parts/at/AddMenu.tsx';
import { Section } from '../parts/at/Section.tsx';
import { useCanEdit } from '../parts/at/useAt.ts';
import { CareerPath } from '../parts/duties/CareerPath.tsx';
import classes from '../parts/duties/Duties.module.css';
import { DutyDetails } from '../parts/duties/DutyDetails.tsx';
import { DutyMatrix } from '../parts/duties/DutyMatrix.tsx';
import { addDuty, makeUsual } from '../parts/duties/dutyEdits.ts';
import { Findings } from '../parts/duties/Findings.tsx';
import { RoleTimes } from '../parts/duties/RoleTimes.tsx';
import { FailureNote } from '../parts/FailureNote.tsx';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useDuties } from '../state/useDuties.ts';
import { useText } from '../text/TextProvider.tsx';

/** Who does what, who answers for it, and the time that it takes. */
export function DutiesScreen({ open }: { open: OpenPlan }) {
  const { t, format } = useText();
  const { plan } = open;
  const { reading, isOld, failure } = useDuties(open);
  const [withTeams, setWithTeams] = useState(false);
  const { chosen, choose } = useChosenDuty(plan);
  const duties = plan.duties ?? [];
  const duty = duties.find(({ id }) => id === chosen) ?? duties[0];
  return (
    <div className={classes.page}>
      <Section title={t('duties.title')} intro={t('duties.intro')}>
        {duties.length === 0 ? (
          <NoDuties plan={plan} />
        ) : (
          <>
            <p className={classes.hint}>
              {t('duties.matrix.keys', {
                letters: format.list(dutyParts.map((part) => t(`duties.part.${part}.letter`))),
                latin: 'D, A, I, T',
                clear: 'Delete',
              })}
            </p>
            {plan.teams.length > 0 && (
              <Switch
                label={t('duties.matrix.withTeams')}
                checked={withTeams}
                onChange={(event) => setWithTeams(event.currentTarget.checked)}
              />
            )}
            <div className={classes.sheet}>
              <div className={classes.frame}>
                <DutyMatrix
                  plan={plan}
                  hours={reading?.hours ?? []}
                  withTeams={withTeams}
                  chosen={duty?.id}
                  onChoose={choose}
                />
              </div>
              {duty !== undefined && <DutyDetails key={duty.id} plan={plan} duty={duty} />}
            </div>
            <span className={classes.tools}>
              <AddDuty plan={plan} />
            </span>
          </>
        )}
      </Section>
      {open.planHash === null && <p className={classes.hint}>{t('duties.faultsFirst')}</p>}
      {failure !== null && <FailureNote failure={failure} />}
      {reading !== null && open.planHash !== null && (
        <>
          <Findings findings={reading.findings} isOld={isOld} />
          {!reading.isLoadKnown && <p className={classes.hint}>{t('duties.loadUnknown')}</p>}
          <RoleTimes plan={plan} roles={reading.roles} />
        </>
      )}
      <CareerPath plan={plan} readings={reading?.careers ?? []} />
    </div>
  );
}

/** The duty that is worked on: the one that was chosen, or that a place asked for is about. */
function useChosenDuty(plan: Plan) {
  const [chosen, choose] = useState<string>();
  const wanted = useSession((session) => session.wantedPlace);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is granted once, whatever becomes of the plan.
  useEffect(() => {
    const [list, at] = wanted ?? [];
    if (list !== 'duties' || at === undefined) return;
    const found = plan.duties?.find((duty, place) => duty.id === at || place === at);
    if (found !== undefined) choose(found.id);
  }, [wanted]);
  return { chosen, choose };
}

function AddDuty({ plan }: { plan: Plan }) {
  const { t } = useText();
  const edit = useSession((session) => session.edit);
  const known = new Set(plan.duties?.map(({ kind }) => kind));
  return (
    <AddMenu label={t('duties.add')} list="duties">
      {dutyKinds
        .filter((kind) => kind === 'own' || !known.has(kind))
        .map((kind) => (
          <Menu.Item key={kind} data-kind={kind} onClick={() => void edit((now) => addDuty(now, kind))}>
            {t(`duties.kind.${kind}`)}
          </Menu.Item>
        ))}
    </AddMenu>
  );
}

/** What a plan without duties shows: what they are for, and the step that makes the usual ones. */
function NoDuties({ plan }: { plan: Plan }) {
  const { t } = useText();
  const edit = useSession((session) => session.edit);
  const goTo = useSession((session) => session.goTo);
  const canEdit = useCanEdit();
  const isHeld = plan.roles.some(({ id }) =>
    plan.teams.some(({ groups }) => groups.some((g) => g.role === id)),
  );
  return (
    <div className={classes.empty}>
      <p>{t('duties.empty.why')}</p>
      <p>{t(isHeld ? 'duties.empty.make' : 'duties.empty.rolesFirst')}</p>
      <span className={classes.tools}>
        {isHeld ? (
          <Button disabled={!canEdit} data-make="duties" onClick={() => void edit(makeUsual(plan))}>
            {t('duties.empty.fromRoles')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => goTo('people')}>
            {t('duties.empty.toPeople')}
          </Button>
        )}
        <AddDuty plan={plan} />
      </span>
    </div>
  );
}
