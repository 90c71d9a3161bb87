import type { JoinState } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';

type Ended = Extract<JoinState['type'], 'refused' | 'expired' | 'used' | 'deviceInUse'>;

const sentences = {
  refused: ['join.refused', 'join.refused.next'],
  expired: ['join.expired', 'join.expired.next'],
  used: ['join.used', 'join.used.next'],
  deviceInUse: ['join.deviceInUse', 'join.deviceInUse.next'],
} as const satisfies Record<Ended, readonly [MessageKey, MessageKey]>;

/** It did not come to joining: one sentence why, and what to do now. */
export const JoinEnded = ({ why }: { readonly why: Ended }) => {
  const t = useTexts();
  const { circle } = useApplication();
  const [title, next] = sentences[why];
  return (
    <Stack gap={5}>
      <PageHeading title={t(title)} intro={t(next)} />
      <div>
        <Button variant="quiet" onPress={() => void circle.forgetJoining()}>
          {t('join.another')}
        </Button>
      </div>
    </Stack>
  );
};
