import styles from './DomainChip.module.css';
import { domainIcons, type Domain } from './domainIcons.ts';
import { useTerms } from './useTerms.ts';

/** Thuis, school, vrije tijd: word, icon and colour together. `wide` fills its column as a heading. */
export const DomainChip = ({ domain, wide = false }: { readonly domain: Domain; readonly wide?: boolean }) => {
  const { term } = useTerms();
  const Icon = domainIcons[domain];
  return (
    <span className={`${styles['chip']} ${styles[domain]} ${wide ? styles['wide'] : ''}`}>
      <Icon size={20} aria-hidden />
      {term('goal', 'domain', domain)}
    </span>
  );
};
