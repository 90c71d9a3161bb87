import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { PartView } from '../../../application/application.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Row } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { LetInDialog } from './LetInDialog.tsx';
import styles from './parts.module.css';
import { useMemberName } from './partWords.ts';

/** Everyone who can read what stands below, with the role they have here. Never folded away. */
export const PartReaders = ({ view }: { readonly view: PartView }) => {
  const t = useTexts();
  const nameOf = useMemberName();
  const [isLettingIn, setLettingIn] = useState(false);
  return (
    <Card as="section" labelledBy="part-readers">
      <Row justify="between">
        <h2 id="part-readers">{t('parts.readers')}</h2>
        {view.mayLead && view.kind !== 'personal' && (
          <Button variant="quiet" icon={UserPlus} onPress={() => setLettingIn(true)}>
            {t('parts.letIn')}
          </Button>
        )}
      </Row>
      {view.readers.every(({ me }) => me) && <p>{t('parts.readers.alone')}</p>}
      <ul className={styles['readers']}>
        {view.readers.map(({ member, role, me }) => (
          <li key={member}>
            <strong translate="no">{nameOf(member)}</strong> {me && t('parts.reader.me')}
            <span className={styles['detail']}>{t(role === 'lead' ? 'parts.role.lead' : `circle.role.${role}`)}</span>
          </li>
        ))}
      </ul>
      {isLettingIn && <LetInDialog view={view} onClose={() => setLettingIn(false)} />}
    </Card>
  );
};
