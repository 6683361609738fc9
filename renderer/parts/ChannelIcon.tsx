import {
  IconBook2,
  IconBrandHipchat,
  IconForms,
  IconMail,
  IconMessages,
  IconPhone,
  IconPhoneIncoming,
  IconRobot,
  IconThumbUp,
  IconUser,
} from '@tabler/icons-react';
import type { ChannelKind } from '../../core/plan/schema/channel.ts';

const icons = {
  phone: IconPhone,
  callBack: IconPhoneIncoming,
  email: IconMail,
  chat: IconMessages,
  messaging: IconBrandHipchat,
  social: IconThumbUp,
  webForm: IconForms,
  inPerson: IconUser,
  virtualAssistant: IconRobot,
  selfService: IconBook2,
} as const satisfies Record<ChannelKind, unknown>;

/** Beside the channel's name, never instead of it. */
export function ChannelIcon({ kind }: { kind: ChannelKind }) {
  const Icon = icons[kind];
  return <Icon size={16} stroke={1.75} aria-hidden />;
}
