import { useCaseView } from '../../components/applicationContext.tsx';

/** Pupils are spoken to as "je", everybody else here as "u". */
export function useWho(): { readonly who: 'je' | 'u' } {
  const { me } = useCaseView();
  return { who: me?.part === 'child' ? 'je' : 'u' };
}
