import { Printer } from 'lucide-react';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './ParentsSheet.module.css';

const parts = ['what', 'who', 'talk', 'rights', 'safe'] as const;

/** One A5 to hand to a parent: what the plan is, and what is theirs to decide. */
export const ParentsSheet = () => {
  const t = useTexts();
  return (
    <Stack gap={5}>
      <div className={styles['screenOnly']}>
        <PageHeading
          title={t('help.parents.title')}
          intro={t('help.parents.about')}
          actions={
            <Row>
              <Button icon={Printer} onPress={() => window.print()}>
                {t('help.print')}
              </Button>
              <LinkButton to="/help" variant="quiet">
                {t('familyHelp.all')}
              </LinkButton>
            </Row>
          }
        />
      </div>
      <article className={styles['sheet']}>
        <h2>{t('help.parents.heading')}</h2>
        {parts.map((part) => (
          <section key={part}>
            <h3>{t(`help.parents.${part}.title`)}</h3>
            <p>{t(`help.parents.${part}.body`)}</p>
          </section>
        ))}
        <p className={styles['contact']}>{t('help.parents.contact')}</p>
      </article>
    </Stack>
  );
};
