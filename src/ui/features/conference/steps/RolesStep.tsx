import type { Conference } from '../../../../core/plan/caseView.ts';
import { Stack } from '../../../components/Layout.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';

export const RolesStep = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  return <Stack>{conference.endedAt === null && <p>{t('conference.roles.intro')}</p>}</Stack>;
};
