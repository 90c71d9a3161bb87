import { familyRules } from '../../../../core/consent/circumstances.ts';
import type { ConsentMatter } from '../../../../core/consent/consentMatters.ts';
import type { Ground } from '../../../../core/consent/consentRules.ts';
import { formatDay } from '../../../components/formatDate.ts';
import { useNames } from '../../../components/useNames.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';

interface Reason {
  readonly text: string;
  readonly ground: Ground;
}

/** Behind a tap: every rule that was used, where it stands, and how sure that is. */
export const ConsentDetail = ({ matter }: { readonly matter: ConsentMatter }) => {
  const t = useTexts();
  const { nameOf, namesOf } = useNames();
  const { state, needs, deciders, exception, toldOnRequest, partner } = matter;
  const parents = needs.flatMap((need) => (need.type === 'Agree' && need.parents !== 'one' ? [need.parents] : []))[0];
  const reasons: readonly Reason[] = [
    ...deciders.map(({ children, rule }) => ({ text: t(`consent.rule.${rule.who}`, { children: namesOf(children) }), ground: rule })),
    ...(parents ? [{ text: t(`consent.parents.${parents}`), ground: familyRules.bothParents }] : []),
    ...(exception ? [{ text: t(`consent.exception.${exception.type}`), ground: exception }] : []),
    ...(toldOnRequest.length > 0
      ? [{ text: t('consent.toldOnRequest', { names: namesOf(toldOnRequest) }), ground: familyRules.withoutAuthority }]
      : []),
    ...(state === 'stopped' ? [{ text: t('consent.stopped', { name: nameOf(partner) }), ground: familyRules.withdrawal }] : []),
  ];
  if (reasons.length === 0) return null;
  return (
    <details className={styles['open']}>
      <summary>{t('consent.why')}</summary>
      <ul>
        {reasons.map(({ text, ground: { source, validFrom, checkedOn, certainty } }) => (
          <li key={`${text} ${source}`}>
            {text}
            <p className={styles['detail']}>
              {validFrom === null
                ? t('consent.sourceOnly', { source, checked: formatDay(checkedOn) })
                : t('consent.source', { source, from: formatDay(validFrom), checked: formatDay(checkedOn) })}{' '}
              {t(`consent.certainty.${certainty}`)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
};
