import type { Concern, Strength } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { DOMAINS } from '../../components/domainIcons.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { FullPart } from './FullPart.tsx';
import styles from './FullPlan.module.css';

/** Strengths before concerns, per domain, with who said it. */
export const FullSaid = () => {
  const t = useTexts();
  const view = useCaseView();
  // Of what was erased everywhere a row without words may be left.
  const strengths = view.strengths.filter(({ text }) => text !== '');
  const concerns = view.concerns.filter(({ text }) => text !== '');
  if (strengths.length + concerns.length === 0) return null;
  return (
    <FullPart title={t('fullPrint.said')}>
      <div className={styles['columns']}>
        <Said title={t('fullPrint.strengths')} said={strengths} />
        <Said title={t('fullPrint.concerns')} said={concerns} />
      </div>
    </FullPart>
  );
};

const Said = ({ title, said }: { readonly title: string; readonly said: readonly (Strength | Concern)[] }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf, namesOf } = useNames();
  if (said.length === 0) return null;
  const ordered = said.toSorted((a, b) => DOMAINS.indexOf(a.domain ?? 'home') - DOMAINS.indexOf(b.domain ?? 'home'));
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {ordered.map((item) => (
          <li key={item.id}>
            <strong>{term('strength', 'domain', item.domain ?? 'home')}</strong>: <bdi>{item.text}</bdi>
            {item.saidBy && (
              <>
                {' '}
                (<bdi>{nameOf(item.saidBy)}</bdi>)
              </>
            )}
            {item.seenDifferentlyBy.length > 0 && `. ${t('fullPrint.differently', { names: namesOf(item.seenDifferentlyBy) })}`}
          </li>
        ))}
      </ul>
    </div>
  );
};
