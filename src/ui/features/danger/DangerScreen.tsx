import { PhoneCall } from 'lucide-react';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useIsOnlyFamily } from '../../components/useIsFamily.ts';
import { chosenLanguage, type MessageKey, type TextPart } from '../../i18n/catalogue.ts';
import { speaksPart } from '../../i18n/languages.ts';
import { Speaking } from '../../i18n/TextsProvider.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DangerScreen.module.css';
import { Meldcode } from './Meldcode.tsx';

const numbers = [
  { number: '112', title: 'danger.112.title', body: 'danger.112.body' },
  { number: '0800-2000', title: 'danger.vt.title', body: 'danger.vt.body' },
  { number: '0800-0432', title: 'danger.kt.title', body: 'danger.kt.body' },
] as const satisfies readonly { readonly number: string; readonly title: MessageKey; readonly body: MessageKey }[];

const FOR_ALL: readonly TextPart[] = ['danger'];
const FOR_PROFESSIONALS: readonly TextPart[] = ['danger', 'meldcode'];

/**
 * Who to call. Works locked and offline; keeps nothing. Who works with families gets their reporting code too; on a device that does not
 * say who holds it that is folded away, and not there at all for who reads a language of families.
 */
export const DangerScreen = () => {
  const t = useTexts();
  const isOnlyFamily = useIsOnlyFamily();
  const isKnown = useStore(useApplication().caseload).cases.length > 0;
  const hasMeldcode = isKnown ? !isOnlyFamily : speaksPart(chosenLanguage(), 'meldcode');
  return (
    <Speaking parts={hasMeldcode ? FOR_PROFESSIONALS : FOR_ALL}>
      <Stack gap={5}>
        <PageHeading title={t('danger.title')} intro={t('danger.now')} />
        <ul className={styles['numbers']}>
          {numbers.map(({ number, title, body }) => (
            <li key={number} className={styles['number']}>
              <h2>{t(title)}</h2>
              <p>{t(body)}</p>
              <a className={styles['call']} href={`tel:${number.replace('-', '')}`}>
                <PhoneCall size={22} aria-hidden />
                {t('danger.call', { number })}
              </a>
            </li>
          ))}
        </ul>
        {hasMeldcode && isKnown && <Meldcode />}
        {hasMeldcode && !isKnown && (
          <details className={styles['folded']}>
            <summary>{t('meldcode.for')}</summary>
            <Stack gap={5}>
              <Meldcode />
            </Stack>
          </details>
        )}
      </Stack>
    </Speaking>
  );
};
