import { Trash2 } from 'lucide-react';
import { useCaseView } from '../../../components/applicationContext.tsx';
import type { Agreement } from '../../../../core/plan/caseView.ts';
import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { AutosavePeople } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { namesOf } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AddLine } from '../AddLine.tsx';
import styles from '../Conference.module.css';
import { useConferenceScreen } from '../conferenceScreenStore.ts';
import { ItemButton } from '../ItemButton.tsx';

/** How people work together: when to call, who tells whom. */
export const Agreements = () => {
  const t = useTexts();
  const { agreements } = useCaseView();
  const { run, errorText } = useChange();
  return (
    <Card as="section" labelledBy="agreements">
      <Stack gap={3}>
        <h2 id="agreements">
          {t('conference.roles.agreements')} <span className={styles['count']}>{agreements.length}</span>
        </h2>
        <ul className={styles['cards']}>
          {agreements.map((agreement, index) => (
            <AgreementCard key={agreement.id} agreement={agreement} number={index + 1} />
          ))}
        </ul>
        <AddLine
          label={t('conference.roles.addAgreement')}
          hint={t('conference.roles.addAgreementHint')}
          button={t('conference.add')}
          onAdd={async (text) => (await run({ type: 'add', kind: 'agreement', fields: { text } })) !== null}
        />
        {errorText && <p role="alert">{errorText}</p>}
      </Stack>
    </Card>
  );
};

const AgreementCard = ({ agreement, number }: { readonly agreement: Agreement; readonly number: number }) => {
  const t = useTexts();
  const view = useCaseView();
  const { run, errorText } = useChange();
  const isOpen = useConferenceScreen((screen) => screen.openItem === agreement.id);
  return (
    <li className={styles['said']}>
      <ItemButton item={agreement.id}>
        <span>{agreement.text}</span>
        <small>{namesOf(view, agreement.people)}</small>
      </ItemButton>
      {isOpen && (
        <div className={styles['saidEditor']}>
          <Stack>
            <AutosaveText
              label={t('conference.roles.agreement', { number })}
              entity={agreement.id}
              field="text"
              value={agreement.text}
              multiline
              rows={2}
            />
            <AutosavePeople
              label={t('conference.roles.agreementPeople')}
              entity={agreement.id}
              field="people"
              value={agreement.people}
              people={view.people}
            />
            {errorText && <p role="alert">{errorText}</p>}
            <div>
              <Button variant="plain" icon={Trash2} onPress={() => void run({ type: 'remove', entity: agreement.id })}>
                {t('conference.remove')}
              </Button>
            </div>
          </Stack>
        </div>
      )}
    </li>
  );
};
