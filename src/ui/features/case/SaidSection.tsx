import type { Concern, Strength } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { DomainChip } from '../../components/DomainChip.tsx';
import { EmptyCell } from '../../components/EmptyCell.tsx';
import { ErasedNote } from '../../components/ErasedNote.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';
import { TwoAnswers } from './conflicts/TwoAnswers.tsx';
import { Section } from './Section.tsx';

type Domain = NonNullable<Strength['domain']>;
const ALWAYS: readonly Domain[] = ['home', 'school', 'leisure'];
const SOMETIMES: readonly Domain[] = ['health', 'network'];

/** Strengths before concerns, per domain, with who said it. */
export const SaidSection = () => {
  const t = useTexts();
  const { strengths, concerns } = useCaseView();
  return (
    <Section id="said" title={t('case.page.said')}>
      <Said title={t('case.said.strengths')} said={strengths} kind="strength" />
      <Said title={t('case.said.concerns')} said={concerns} kind="concern" />
    </Section>
  );
};

const Said = ({
  title,
  said,
  kind,
}: {
  readonly title: string;
  readonly said: readonly (Strength | Concern)[];
  readonly kind: 'strength' | 'concern';
}) => {
  const t = useTexts();
  const { term } = useTerms();
  const domains = [...ALWAYS, ...SOMETIMES.filter((domain) => said.some((item) => item.domain === domain))];
  return (
    <div>
      <h3>{title}</h3>
      <div className={styles['domains']}>
        {domains.map((domain) => {
          const here = said.filter((item) => (item.domain ?? 'home') === domain);
          return (
            <div key={domain} className={styles['domain']}>
              <DomainChip domain={domain} wide />
              {here.length === 0 && (
                <EmptyCell>
                  {t(kind === 'strength' ? 'case.said.noStrength' : 'case.said.noConcern', {
                    domain: term('strength', 'domain', domain).toLowerCase(),
                  })}
                </EmptyCell>
              )}
              {here.map((item) => (
                <SaidItem key={item.id} item={item} />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
};

const SaidItem = ({ item }: { readonly item: Strength | Concern }) => {
  const t = useTexts();
  const { nameOf, namesOf } = useNames();
  const { people } = useCaseView();
  const isFamily = people.some(({ id, part }) => id === item.saidBy && part !== 'professional');
  return (
    <div className={`${styles['said']} ${isFamily ? styles['saidByFamily'] : ''}`}>
      <p>{item.text}</p>
      <TwoAnswers entity={item} />
      <ErasedNote entity={item.id} field="text" value={item.text} />
      <p className={styles['detail']}>
        {item.saidBy ? nameOf(item.saidBy) : t('case.said.bySomeone')}
        {item.seenDifferentlyBy.length > 0 && <strong> {t('case.said.differently', { names: namesOf(item.seenDifferentlyBy) })}</strong>}
      </p>
    </div>
  );
};
