import { useId, useState } from 'react';
import type { Attainment, Person } from '../../../../core/plan/caseView.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { HowSaid } from '../HowSaid.tsx';
import { SaidText } from '../SaidText.tsx';
import { useVoice, useVoiceText } from '../useVoice.ts';
import { useChange } from '../../../components/useChange.ts';
import styles from './LevelGrid.module.css';

interface DetailsProps {
  readonly about: { readonly type: 'setAttainment'; readonly evaluation: EntityId; readonly goal: EntityId; readonly by: EntityId };
  readonly said: Attainment;
  readonly person: Person;
  readonly onTakeBack: () => void;
}

/** Who wrote it down, and in the person's own words why. */
export const AttainmentDetails = ({ about, said, person, onTakeBack }: DetailsProps) => {
  const t = useTexts();
  const id = useId();
  const openCase = useOpenCase();
  const { me } = useCaseView();
  const { run } = useChange();
  const voice = useVoice(person.id);
  const voiceText = useVoiceText();
  const [isOpen, setIsOpen] = useState(false);
  const viaNow = () => openCase.view.get().attainments.find((one) => one.id === said.id)?.via;

  return (
    <div className={styles['details']}>
      <div className={styles['voice']}>
        {said.remark && !isOpen && <span translate="no">“{said.remark}”</span>}
        <span>{voiceText(said)}</span>
        <Button
          variant="plain"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={t('evaluation.goals.remarkOf', { name: person.name })}
          onPress={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'shell.close' : 'evaluation.goals.remark')}
        </Button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <Stack gap={3}>
            <SaidText
              key={said.id}
              label={t('evaluation.goals.remarkField', { name: person.name })}
              value={said.remark}
              save={(remark) => openCase.change({ ...about, remark, ...voice(viaNow()) })}
            />
            {person.id !== me?.id && <HowSaid via={said.via} onChange={(via) => void run({ ...about, ...voice(via) })} />}
            <div>
              <Button variant="plain" onPress={onTakeBack}>
                {t('evaluation.goals.takeBack')}
              </Button>
            </div>
          </Stack>
        )}
      </div>
    </div>
  );
};
