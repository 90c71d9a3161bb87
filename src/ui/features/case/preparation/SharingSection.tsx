import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Sharing } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { Row } from '../../../components/Layout.tsx';
import { useNames } from '../../../components/useNames.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';
import { RemoveButton } from '../RemoveButton.tsx';
import { Section } from '../Section.tsx';
import { SharingDialog } from './SharingDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** What may be shared with whom, per partner, and who decided that. Withdrawn stays readable: it was so until then. */
export const SharingSection = () => {
  const t = useTexts();
  const { sharings } = useCaseView();
  const [isAdding, setIsAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Sharing | null>(null);
  return (
    <Section
      id="sharing"
      title={t('case.sharing.title')}
      actions={
        <Button variant="quiet" icon={Plus} onPress={() => setIsAdding(true)}>
          {t('case.sharing.add')}
        </Button>
      }
    >
      <p>{t('case.sharing.explain')}</p>
      {sharings.length === 0 ? (
        <EmptyCell onPress={() => setIsAdding(true)}>{t('case.sharing.empty')}</EmptyCell>
      ) : (
        <ul className={styles['list']}>
          {sharings.map((sharing) => (
            <SharingItem key={sharing.id} sharing={sharing} onWithdraw={() => setWithdrawing(sharing)} />
          ))}
        </ul>
      )}
      {isAdding && <SharingDialog onClose={() => setIsAdding(false)} />}
      {withdrawing && <WithdrawDialog sharing={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Section>
  );
};

const SharingItem = ({ sharing, onWithdraw }: { readonly sharing: Sharing; readonly onWithdraw: () => void }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf, namesOf } = useNames();
  const { what, withWhom, purpose, legalBasis, decidedBy, decidedOn, how, withdrawnOn, withdrawnBy } = sharing;
  const name = nameOf(withWhom);
  const decided = [
    decidedBy.length > 0 && t('case.sharing.decidedBy', { names: namesOf(decidedBy) }),
    decidedOn && t('case.sharing.decidedOn', { day: formatDay(decidedOn) }),
    how && term('sharing', 'how', how),
  ].filter(Boolean);
  return (
    <li>
      <Row justify="between" align="start">
        <h3>{t('case.sharing.with', { name })}</h3>
        <Chip tone={withdrawnOn ? 'attention' : 'done'}>{t(withdrawnOn ? 'case.sharing.isWithdrawn' : 'case.sharing.isAllowed')}</Chip>
      </Row>
      <p>{what}</p>
      <p className={styles['detail']}>{t('case.sharing.purposeIs', { purpose })}</p>
      <p className={styles['detail']}>
        {legalBasis
          ? t('case.sharing.basisIs', { basis: term('sharing', 'legalBasis', legalBasis).toLowerCase() })
          : t('case.sharing.noBasis')}
      </p>
      {decided.length > 0 && <p className={styles['detail']}>{decided.join(', ')}</p>}
      {withdrawnOn && (
        <p>
          <strong>{t('case.sharing.withdrawnIs', { day: formatDay(withdrawnOn), name: nameOf(withdrawnBy) })}</strong>{' '}
          {t('case.sharing.cannotTakeBack')}
        </p>
      )}
      <Row gap={2}>
        {!withdrawnOn && (
          <Button variant="plain" onPress={onWithdraw} aria-label={t('case.sharing.withdrawThis', { name })}>
            {t('case.sharing.withdraw')}
          </Button>
        )}
        <RemoveButton entity={sharing.id} name={t('case.sharing.with', { name })} />
      </Row>
    </li>
  );
};
