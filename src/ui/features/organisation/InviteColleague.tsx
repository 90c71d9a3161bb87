import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { InvitationHow } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { HowField } from '../../components/invitation/HowField.tsx';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** A colleague comes in by a code or a link; their name they fill in themselves. */
export const InviteColleague = () => {
  const t = useTexts();
  const { organisation } = useApplication();
  const { ask, isAsking, errorText } = useAsk();
  const [how, setHow] = useState<InvitationHow>('inPerson');
  const [administrator, setAdministrator] = useState(false);
  return (
    <Card as="section" labelledBy="inviteColleague">
      <h2 id="inviteColleague">{t('organisation.invite')}</h2>
      <HowField value={how} onChange={setHow} />
      <CheckField label={t('organisation.invite.administrator')} value={administrator} onChange={setAdministrator} />
      <div>
        <Button icon={UserPlus} isDisabled={isAsking} onPress={() => void ask(() => organisation.inviteColleague({ how, administrator }))}>
          {t('organisation.invite.do')}
        </Button>
      </div>
      {errorText && <p role="alert">{errorText}</p>}
    </Card>
  );
};
