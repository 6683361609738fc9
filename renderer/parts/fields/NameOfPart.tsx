import { useText } from '../../text/TextProvider.tsx';
import { CommitField, type CommitFieldProps, type Read } from './CommitField.tsx';

/** Words that may not be empty. */
export function NameOfPart(props: Omit<CommitFieldProps<string>, 'write' | 'read'>) {
  const { t } = useText();
  const read = (text: string): Read<string> =>
    text.trim() === '' ? { ok: false, message: t('app.unread.empty') } : { ok: true, value: text.trim() };
  return <CommitField {...props} dir="auto" inputMode="text" write={(text) => text} read={read} />;
}
