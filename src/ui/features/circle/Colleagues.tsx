import { useState } from 'react';
import type { CircleView } from '../../../application/application.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Row } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { AddColleagueDialog } from './AddColleagueDialog.tsx';
import styles from './circle.module.css';
import { useDiscipline } from '../../components/useDiscipline.ts';

/** People of the own organisation: their keys are known, so no invitation is needed. */
export const Colleagues = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const discipline = useDiscipline();
  const [adding, setAdding] = useState<CircleView['colleagues'][number] | null>(null);
  if (view.colleagues.length === 0) return null;
  return (
    <Card as="section" labelledBy="colleagues">
      <h2 id="colleagues">{t('circle.colleagues')}</h2>
      <p>{t('circle.colleagues.explain')}</p>
      <ul className={styles['list']}>
        {view.colleagues.map((colleague) => (
          <li key={colleague.member}>
            <Row justify="between">
              <span translate="no">
                <strong>{colleague.name}</strong> {discipline(colleague.discipline)}
              </span>
              <Button
                variant="quiet"
                aria-label={t('circle.colleagues.addThis', { name: colleague.name })}
                onPress={() => setAdding(colleague)}
              >
                {t('circle.colleagues.add')}
              </Button>
            </Row>
          </li>
        ))}
      </ul>
      {adding && <AddColleagueDialog view={view} colleague={adding} onClose={() => setAdding(null)} />}
    </Card>
  );
};
