import { Download } from 'lucide-react';
import { useState } from 'react';
import { useApplication, useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import { formatMoment } from '../../../components/formatDate.ts';
import { PageHeading } from '../../../components/PageHeading.tsx';
import { isFamily } from '../../../components/people.ts';
import { planWords, useMe } from '../../../components/planRows/usePlanWords.ts';
import { saveFile } from '../../../components/saveFile.ts';
import { chosenLanguage, textsOf } from '../../../i18n/catalogue.ts';
import { languages, type Language } from '../../../i18n/languages.ts';
import { type Translate, useTexts } from '../../../i18n/useTexts.ts';
import { BackToPlan } from '../BackToPlan.tsx';
import { Failed } from '../Failed.tsx';
import styles from '../myPlan.module.css';
import { useWho } from '../useWho.ts';
import { Requests } from './Requests.tsx';
import { readableCopy } from './readableCopy.ts';

interface MadeFile {
  readonly file: Blob;
  readonly name: string;
}

/** Everything that somebody reads of a case, as a page to read and as data; made here, from what this device holds. */
export const CopyScreen = () => {
  const t = useTexts();
  const application = useApplication();
  const { caseId } = useOpenCase();
  const view = useCaseView();
  const me = useMe();
  const family = useWho();
  const who = isFamily(view.me ?? undefined) ? family : { who: 'je' };
  const [made, setMade] = useState<{ readonly html: MadeFile; readonly json: MadeFile } | null>(null);
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');

  async function make(): Promise<void> {
    if (state === 'busy') return;
    setState('busy');
    const copied = await application.copyCase(caseId);
    if (!copied.ok) return setState('failed');
    const language = chosenLanguage();
    // The words of fields are there in Dutch and English.
    const dutch = inLanguage(languages[language].covers === 'everything' ? language : 'nl');
    const html = readableCopy(copied.value, {
      chosen: inLanguage(language),
      dutch,
      language,
      direction: languages[language].direction,
      plan: planWords(dutch, view, me),
      name: view.family.name,
      madeAt: formatMoment(application.clock.now()),
    });
    // No name of anybody in the name of a file: a list of downloads is seen by others.
    const name = `kopie-plan-${application.clock.today()}`;
    const files = {
      html: { file: new Blob([html], { type: 'text/html' }), name: `${name}.html` },
      json: { file: new Blob([JSON.stringify(copied.value, null, 2)], { type: 'application/json' }), name: `${name}.json` },
    };
    save(files.html);
    save(files.json);
    setMade(files);
    setState('ready');
  }

  return (
    <div className={styles['plan']}>
      <PageHeading title={t('rights.copy.title')} intro={t('rights.copy.intro', who)} />
      <p>{t('rights.copy.leftOut')}</p>
      <p>{t('rights.copy.two', who)}</p>
      <p>
        <strong>{t('rights.copy.care')}</strong>
      </p>
      <p>{t('rights.copy.noted')}</p>
      <Failed why={state === 'failed' ? t('rights.copy.failed') : null} />
      <div>
        <button type="button" className={styles['primary']} onClick={() => void make()}>
          <Download size={22} aria-hidden /> {t('rights.copy.make')}
        </button>
      </div>
      <p role="status">{made && t('rights.copy.done')}</p>
      {made && (
        <div className={styles['buttons']}>
          <button type="button" className={styles['quiet']} onClick={() => save(made.html)}>
            {t('rights.copy.again.html')}
          </button>
          <button type="button" className={styles['quiet']} onClick={() => save(made.json)}>
            {t('rights.copy.again.json')}
          </button>
        </div>
      )}
      <Requests />
      <BackToPlan />
    </div>
  );
};

const save = ({ file, name }: MadeFile): void => saveFile(file, name);

function inLanguage(language: Language): Translate {
  const texts = textsOf(language);
  return (key, values) => texts._(key, values);
}
