import { generatePath, Link } from 'react-router';
import { useCaseView, useOpenCase } from '../../components/applicationContext.tsx';
import { paths } from '../../components/paths.ts';
import { hatOf } from '../../components/people.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Evaluation.module.css';

/** Whom the family can call afterwards: the coordinator, and the cover. */
export const WhoToCall = () => {
  const t = useTexts();
  const terms = useTerms();
  const { coordinator, people } = useCaseView();
  const { caseId } = useOpenCase();
  const toCall = people.filter(({ id }) => id === coordinator?.person || id === coordinator?.cover);
  return (
    <div>
      <h3>{t('evaluation.closing.call')}</h3>
      {toCall.length === 0 ? (
        <p>{t('evaluation.closing.nobody')}</p>
      ) : (
        <ul className={styles['list']} translate="no">
          {toCall.map((person) => (
            <li key={person.id}>
              {person.name} <small>{hatOf(terms, person)}</small>
              {': '}
              {person.phone || t('evaluation.closing.noPhone')}
            </li>
          ))}
        </ul>
      )}
      {toCall.some(({ phone }) => phone === '') && (
        <Link to={generatePath(paths.family, { caseId })}>{t('evaluation.closing.addPhone')}</Link>
      )}
    </div>
  );
};
