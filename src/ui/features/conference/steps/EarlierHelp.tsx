import type { EarlierHelp as Help } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { AutosaveChoice } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { personOptions } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AddLine } from '../AddLine.tsx';
import styles from '../Conference.module.css';
import { useConferenceScreen } from '../conferenceScreenStore.ts';
import { ItemButton } from '../ItemButton.tsx';
import { useOpenAdded } from '../useOpenAdded.ts';

/** Help that was there before, and what it brought. */
export const EarlierHelp = () => {
  const t = useTexts();
  const view = useCaseView();
  const openItem = useConferenceScreen((screen) => screen.openItem);
  const openAdded = useOpenAdded();
  const { run, errorText } = useChange();
  return (
    <Card as="section" labelledBy="earlierHelp">
      <Stack gap={3}>
        <h2 id="earlierHelp">
          {t('conference.help.title')} <span className={styles['count']}>{view.earlierHelp.length}</span>
        </h2>
        <ul className={styles['cards']}>
          {view.earlierHelp.map((help) => (
            <li key={help.id} className={styles['said']}>
              <ItemButton item={help.id}>
                <span>{[help.what, help.when].filter(Boolean).join(', ')}</span>
                <small>{help.brought || t('conference.help.broughtUnknown')}</small>
              </ItemButton>
              {openItem === help.id && <HelpEditor help={help} />}
            </li>
          ))}
        </ul>
        <AddLine
          label={t('conference.help.what')}
          button={t('conference.add')}
          onAdd={async (what) => openAdded(await run({ type: 'add', kind: 'earlierHelp', fields: { what } }))}
        />
        {errorText && <p role="alert">{errorText}</p>}
      </Stack>
    </Card>
  );
};

const HelpEditor = ({ help }: { readonly help: Help }) => {
  const t = useTexts();
  const view = useCaseView();
  const { run } = useChange();
  return (
    <div className={styles['saidEditor']}>
      <Stack>
        <AutosaveText label={t('conference.help.brought')} entity={help.id} field="brought" value={help.brought} multiline rows={2} />
        <AutosaveText label={t('conference.help.what')} entity={help.id} field="what" value={help.what} />
        <AutosaveText label={t('conference.help.when')} entity={help.id} field="when" value={help.when} />
        <AutosaveChoice
          label={t('conference.said.by')}
          entity={help.id}
          field="saidBy"
          value={help.saidBy}
          appearance="select"
          options={personOptions(view.people)}
        />
        <div>
          <Button variant="plain" onPress={() => void run({ type: 'remove', entity: help.id })}>
            {t('conference.remove')}
          </Button>
        </div>
      </Stack>
    </div>
  );
};
