import { Printer } from 'lucide-react';
import { useEffect } from 'react';
import { Button, LinkButton } from '../../components/Button.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useToday } from '../../components/useToday.ts';
import { APP_VERSION } from '../../components/version.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Paper.module.css';
import { papers, type PaperId } from './papers.ts';
import { PaperText } from './PaperText.tsx';

/** One paper as it will be printed. That it is a draft stands on it, whatever is done with it. */
export const Paper = ({ id }: { readonly id: PaperId }) => {
  const t = useTexts();
  const today = useToday();
  useMarkOnEveryPage(t('papers.concept'));
  return (
    <Stack gap={5}>
      <div className={styles['screenOnly']}>
        <PageHeading
          title={t(`papers.${id}.title`)}
          intro={t(`papers.${id}.about`)}
          actions={
            <Row>
              <Button icon={Printer} onPress={() => window.print()}>
                {t('papers.print')}
              </Button>
              <LinkButton to="/help/organisation" variant="quiet">
                {t('papers.back')}
              </LinkButton>
            </Row>
          }
        />
      </div>
      <article className={`${styles['paper']} ${id === 'child' ? styles['forChildren'] : ''}`} aria-labelledby="paper">
        <div className={styles['draft']} role="note">
          <p>
            <strong>{t('papers.concept')}</strong>
          </p>
          <p>
            {t('papers.conceptWhy')} {t('papers.blanks')}
          </p>
        </div>
        <h2 id="paper">{t(`papers.${id}.title`)}</h2>
        {papers[id].map((section) => (
          <section key={section} aria-labelledby={section}>
            <h3 id={section}>{t(`papers.${section}.title`)}</h3>
            <PaperText text={t(`papers.${section}.body`)} />
          </section>
        ))}
        <footer className={styles['foot']}>
          <p>{t('papers.concept')}</p>
          <p>{t('papers.footer', { version: APP_VERSION, day: formatDay(today) })}</p>
        </footer>
      </article>
    </Stack>
  );
};

/** The margin of each printed page says it too, where the browser can: only a style sheet reaches there, and texts stand in the catalogue. */
function useMarkOnEveryPage(words: string): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--paper-mark', JSON.stringify(words));
    return () => void style.removeProperty('--paper-mark');
  }, [words]);
}
