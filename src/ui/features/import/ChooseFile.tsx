import { useState } from 'react';
import type { SchoolExport, SchoolExportError } from '../../../core/plan/schoolExport.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { FileField } from '../../components/fields/FileField.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { exportErrorText } from './exportErrorText.ts';
import styles from './import.module.css';

type Reading = { readonly type: 'none' } | { readonly type: 'reading' } | { readonly type: 'failed'; readonly error: SchoolExportError };

/** The file: where to get it, what is read of it and what never is. */
export const ChooseFile = ({ onRead }: { readonly onRead: (school: SchoolExport) => void }) => {
  const t = useTexts();
  const application = useApplication();
  const [reading, setReading] = useState<Reading>({ type: 'none' });
  // A fresh field after each file: the same file, made anew, can then be chosen again.
  const [tries, setTries] = useState(0);

  async function read(file: File | null) {
    if (!file) return;
    setReading({ type: 'reading' });
    const result = await application.readSchoolExport(file);
    if (result.ok) return onRead(result.value);
    setReading({ type: 'failed', error: result.error });
    setTries((count) => count + 1);
  }

  return (
    <div className={styles['narrow']}>
      <Stack gap={5}>
        <PageHeading title={t('cases.import.title')} step={t('cases.import.step', { step: 1 })} intro={t('cases.import.file.intro')} />
        {reading.type === 'failed' && <ErrorSummary errors={exportErrorText(t, reading.error)} />}
        <Card>
          <div className={styles['drop']}>
            <FileField
              key={tries}
              label={t('cases.import.file.label')}
              hint={t('cases.import.file.hint')}
              accept=".xml,text/xml,application/xml"
              onChange={(file) => void read(file)}
            />
          </div>
          <p role="status" className={styles['status']}>
            {reading.type === 'reading' ? t('cases.import.file.reading') : ''}
          </p>
          <p>{t('cases.import.file.what')}</p>
        </Card>
        <Stack gap={2}>
          <h2>{t('cases.import.where.title')}</h2>
          <p>{t('cases.import.where.parnassys')}</p>
          <p>{t('cases.import.where.esis')}</p>
        </Stack>
        <Row>
          <LinkButton variant="quiet" to={paths.newCase}>
            {t('cases.import.byHand')}
          </LinkButton>
          <LinkButton variant="plain" to={paths.cases}>
            {t('cases.new.cancel')}
          </LinkButton>
        </Row>
      </Stack>
    </div>
  );
};
