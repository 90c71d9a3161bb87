import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { AutosaveText } from '../../components/fields/AutosaveText.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useChange } from '../../components/useChange.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Section } from './Section.tsx';

/** How people work together: when to call, who tells whom. */
export const AgreementsSection = () => {
  const t = useTexts();
  const { agreements } = useCaseView();
  const { run, errorText } = useChange();
  const [text, setText] = useState('');
  const add = () => void run({ type: 'add', kind: 'agreement', fields: { text } }).then((added) => added && setText(''));
  return (
    <Section id="agreements" title={t('case.page.agreements')}>
      {agreements.map((agreement, index) => (
        <Stack key={agreement.id} gap={1}>
          <AutosaveText label={t('case.agreements.one', { number: index + 1 })} entity={agreement.id} field="text" value={agreement.text} />
          <div>
            <Button
              variant="plain"
              icon={X}
              onPress={() => void run({ type: 'remove', entity: agreement.id })}
              aria-label={t('case.agreements.removeThis', { number: index + 1 })}
            >
              {t('case.agreements.remove')}
            </Button>
          </div>
        </Stack>
      ))}
      <TextField label={t('case.agreements.new')} value={text} onChange={setText} onSubmit={add} error={errorText} />
      <div>
        <Button variant="quiet" icon={Plus} onPress={add}>
          {t('case.agreements.add')}
        </Button>
      </div>
    </Section>
  );
};
