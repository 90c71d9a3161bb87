import { useEffect, useRef, useState } from 'react';
import type { Pupil, SchoolExport } from '../../../core/plan/schoolExport.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { CheckFamily } from './CheckFamily.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { ChoosePupils } from './ChoosePupils.tsx';

type Step = 'file' | 'choose' | 'check';

/** Takes a family in from the school's own pupil export (EDEXML): the file, the children, a check. Until then nothing is kept. */
export const ImportScreen = () => {
  const t = useTexts();
  const { loaded } = useStore(useApplication().caseload);
  const [step, setStep] = useState<Step>('file');
  const [school, setSchool] = useState<SchoolExport | null>(null);
  const [chosen, setChosen] = useState<readonly Pupil[]>([]);
  useFocusOnStep(step);

  if (step === 'file' || !school) {
    return (
      <ChooseFile
        onRead={(read) => {
          setSchool(read);
          setChosen([]);
          setStep('choose');
        }}
      />
    );
  }
  // Who already is in a case is known once every case has been looked at.
  if (!loaded) return <p role="status">{t('cases.loading')}</p>;
  if (step === 'choose') {
    return (
      <ChoosePupils
        school={school}
        chosen={chosen}
        onChoose={setChosen}
        onBack={() => setStep('file')}
        onForward={() => setStep('check')}
      />
    );
  }
  return <CheckFamily school={school} pupils={chosen} onBack={() => setStep('choose')} />;
};

/** A next step is a next page: it starts at its heading. */
function useFocusOnStep(step: Step): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    if (document.scrollingElement) document.scrollingElement.scrollTop = 0;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [step]);
}
