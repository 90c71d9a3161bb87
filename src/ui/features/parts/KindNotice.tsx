import { ShieldAlert } from 'lucide-react';
import type { PartView } from '../../../application/application.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { EditedProvider, useCaseView, useOpenCase } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { AutosaveText } from '../../components/fields/AutosaveText.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** What belongs here and what does not, and what others know of it: that differs by kind. */
export const KindNotice = ({ view }: { readonly view: PartView }) => {
  const t = useTexts();
  if (view.kind === 'safety') return <SafetyNotice />;
  if (view.kind === 'team') return <ToldFamily />;
  return view.kind === 'personal' ? <Banner tone="info" title={t('parts.personal')} /> : null;
};

const SafetyNotice = () => {
  const t = useTexts();
  return (
    <Banner
      tone="info"
      title={t('parts.safety.title')}
      actions={
        <LinkButton variant="quiet" icon={ShieldAlert} to={paths.danger}>
          {t('parts.safety.danger')}
        </LinkButton>
      }
    >
      <p>{t('parts.safety.yes')}</p>
      <p>{t('parts.safety.no')}</p>
      <p>{t('parts.safety.record')}</p>
    </Banner>
  );
};

/** Stands in the plan, so this field writes there and not in the part. */
const ToldFamily = () => {
  const t = useTexts();
  const openCase = useOpenCase();
  const { family } = useCaseView();
  return (
    <Card as="section" labelledBy="part-told">
      <h2 id="part-told">{t('parts.team.told')}</h2>
      {family.teamReason === '' && <Banner tone="attention" title={t('parts.team.missing')} />}
      <EditedProvider edited={openCase}>
        <AutosaveText
          label={t('parts.team.reason')}
          hint={t('parts.team.reasonHint')}
          multiline
          entity={'family' as EntityId}
          field="teamReason"
          value={family.teamReason}
        />
      </EditedProvider>
      <p>{t('parts.team.law')}</p>
    </Card>
  );
};
