import type { InvitationLinkError } from '../../../application/application.ts';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { Button } from '../../components/Button.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { GiveLink } from './GiveLink.tsx';

const sentences = {
  Mangled: ['join.unreadable.Mangled', 'join.unreadable.Mangled.next'],
  Newer: ['join.unreadable.Newer', 'join.unreadable.Newer.next'],
  WrongKind: ['join.unreadable.WrongKind', 'join.unreadable.WrongKind.next'],
} as const satisfies Record<InvitationLinkError['type'], readonly [MessageKey, MessageKey]>;

/** What was opened is no invitation that can be used here: why, and another try. */
export const Unreadable = ({ problem }: { readonly problem: InvitationLinkError['type'] }) => {
  const t = useTexts();
  const [title, next] = sentences[problem];
  return (
    <Stack gap={5}>
      <PageHeading title={t(title)} intro={t(next)} />
      {problem === 'Newer' && (
        <div>
          <Button onPress={() => globalThis.location.reload()}>{t('join.unreadable.reload')}</Button>
        </div>
      )}
      <GiveLink />
    </Stack>
  );
};
