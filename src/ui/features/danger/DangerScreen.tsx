import { PhoneCall } from 'lucide-react';
import { Banner } from '../../components/Banner.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DangerScreen.module.css';

const numbers = [
  { number: '112', title: 'danger.112.title', body: 'danger.112.body' },
  { number: '0800-2000', title: 'danger.vt.title', body: 'danger.vt.body' },
  { number: '0800-0432', title: 'danger.kt.title', body: 'danger.kt.body' },
] as const satisfies readonly { readonly number: string; readonly title: MessageKey; readonly body: MessageKey }[];

const steps = [1, 2, 3, 4, 5] as const;

/** Who to call, and the reporting code. Works locked and offline; keeps nothing. */
export const DangerScreen = () => {
  const t = useTexts();
  return (
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
      <Stack gap={3} as="section" labelledBy="meldcode">
        <h2 id="meldcode">{t('danger.meldcode')}</h2>
        <ol className={styles['steps']}>
          {steps.map((step) => (
            <li key={step}>
              <strong>{t(`danger.step${step}.title`)}</strong>
              <p>{t(`danger.step${step}.body`)}</p>
            </li>
          ))}
        </ol>
      </Stack>
      <Banner tone="attention" title={t('danger.notInPlan')}>
        {t('danger.notInPlanWhy')}
      </Banner>
    </Stack>
  );
};
