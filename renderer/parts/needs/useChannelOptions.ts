import type { ChannelKind } from '../../../core/plan/schema/channel.ts';
import { useText } from '../../text/TextProvider.tsx';

const kinds = [
  'phone',
  'callBack',
  'email',
  'chat',
  'messaging',
  'social',
  'webForm',
  'inPerson',
  'virtualAssistant',
  'selfService',
] as const satisfies readonly ChannelKind[];

/** Ways in which customers can reach a company, by their names. */
export function useChannelOptions(): { readonly value: ChannelKind; readonly label: string }[] {
  const { t } = useText();
  return kinds.map((value) => ({ value, label: t(`routing.kinds.${value}`) }));
}
