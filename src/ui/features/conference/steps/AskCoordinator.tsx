import { useState } from 'react';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { nameOf, personOptions } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';

/** Nobody yet: first whom the family would like, then anyone else. */
export const AskCoordinator = () => {
  const t = useTexts();
  const view = useCaseView();
  const { run, errorText } = useChange();
  const [person, setPerson] = useState<EntityId | null>(null);
  const [isTried, setTried] = useState(false);
  const { preferredCoordinator: preferred, questionFamilyBy } = view.family;
  const refused = view.coordinatorTurns.filter(({ declinedAt }) => declinedAt !== null).map((turn) => turn.person);
  const isOffered = preferred !== null && nameOf(view, preferred) !== '' && !refused.includes(preferred);

  function ask(): void {
    setTried(true);
    if (person) void run({ type: 'proposeCoordinator', person, proposedBy: null });
  }

  return (
    <Stack>
      <div>
        <h3>{t('conference.roles.none')}</h3>
        <p>{t('conference.roles.noneExplain')}</p>
      </div>
      {isOffered && (
        <div translate="no">
          <p>{t('conference.roles.preferred', { name: nameOf(view, preferred) })}</p>
          <Button onPress={() => void run({ type: 'proposeCoordinator', person: preferred, proposedBy: questionFamilyBy })}>
            {t('conference.roles.ask', { name: nameOf(view, preferred) })}
          </Button>
        </div>
      )}
      <ChoiceField
        label={t('conference.roles.who')}
        appearance="select"
        options={personOptions(view.people.filter(({ part }) => part !== 'child'))}
        value={person}
        onChange={setPerson}
        error={isTried && person === null ? t('conference.roles.whoMissing') : errorText}
      />
      <div>
        <Button variant={isOffered ? 'quiet' : 'primary'} onPress={ask}>
          {t('conference.roles.propose')}
        </Button>
      </div>
    </Stack>
  );
};
