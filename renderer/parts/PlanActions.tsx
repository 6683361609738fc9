import { ActionIcon, Group, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDots,
  IconFileDownload,
  IconFileTypePdf,
  IconPencil,
  IconPrinter,
  IconReportAnalytics,
  IconTrash,
} from '@tabler/icons-react';
import type { Kept } from '../state/openPlan.ts';
import { documentOf } from '../state/openPlan.ts';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { usePrinting } from '../state/usePrinting.ts';
import { stepText } from '../text/stepText.ts';
import { useText } from '../text/TextProvider.tsx';

/** What can be done with the shown plan as a whole. */
export function PlanActions({ open, onRename }: { open: OpenPlan; onRename: () => void }) {
  const { t } = useText();
  const { print, savePdf } = usePrinting();
  return (
    <Group gap="xs" wrap="nowrap" className="screen-only">
      {open.kept !== null && <Steps open={open} kept={open.kept} />}
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('app.plan.actions')}>
            <IconDots size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {open.kept !== null && <KeptActions kept={open.kept} onRename={onRename} />}
          <Menu.Item leftSection={<IconPrinter size={18} stroke={1.6} aria-hidden />} onClick={print}>
            {t('app.plan.print')}
          </Menu.Item>
          {savePdf !== null && (
            <Menu.Item leftSection={<IconFileTypePdf size={18} stroke={1.6} aria-hidden />} onClick={savePdf}>
              {t('app.plan.pdf')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

function KeptActions({ kept, onRename }: { kept: Kept; onRename: () => void }) {
  const { t } = useText();
  const exportPlan = useSession((session) => session.exportPlan);
  const plans = useSession((session) => session.plans);
  const removePlan = useSession((session) => session.removePlan);
  const closePlan = useSession((session) => session.closePlan);
  const summary = plans?.find(({ plan }) => plan === kept.plan);
  return (
    <>
      <Menu.Item leftSection={<IconPencil size={18} stroke={1.6} aria-hidden />} onClick={onRename}>
        {t('app.library.rename')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconFileDownload size={18} stroke={1.6} aria-hidden />}
        onClick={() => void exportPlan(kept.plan, false)}
      >
        {t('app.library.export')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconReportAnalytics size={18} stroke={1.6} aria-hidden />}
        onClick={() => void exportPlan(kept.plan, true)}
      >
        {t('app.library.exportBundle')}
      </Menu.Item>
      {summary !== undefined && (
        <Menu.Item
          leftSection={<IconTrash size={18} stroke={1.6} aria-hidden />}
          onClick={() => void removePlan(summary).then(closePlan)}
        >
          {t('app.library.remove')}
        </Menu.Item>
      )}
      <Menu.Divider />
    </>
  );
}

function Steps({ open, kept }: { open: OpenPlan; kept: Kept }) {
  const texts = useText();
  const { t } = texts;
  const undo = useSession((session) => session.undo);
  const redo = useSession((session) => session.redo);
  const { plan } = documentOf(open);
  const undoText =
    kept.undo === null
      ? t('app.plan.undo')
      : t('app.plan.undoStep', { step: stepText(texts, kept.undo, plan) });
  const redoText =
    kept.redo === null
      ? t('app.plan.redo')
      : t('app.plan.redoStep', { step: stepText(texts, kept.redo, plan) });
  return (
    <ActionIcon.Group>
      <Tooltip label={undoText} withinPortal={false}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={undoText}
          data-step="undo"
          disabled={kept.undo === null || kept.removed}
          onClick={() => void undo()}
        >
          <IconArrowBackUp size={18} stroke={1.75} className="mirrored" aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoText} withinPortal={false}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={redoText}
          data-step="redo"
          disabled={kept.redo === null || kept.removed}
          onClick={() => void redo()}
        >
          <IconArrowForwardUp size={18} stroke={1.75} className="mirrored" aria-hidden />
        </ActionIcon>
      </Tooltip>
    </ActionIcon.Group>
  );
}
