import type { AccessView } from '../../../../application/application.ts';
import { Banner } from '../../../components/Banner.tsx';
import { Explain } from '../../../components/Explain.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { useWho } from '../useWho.ts';
import { useSeenName } from './useSeenName.ts';

/** What is missing from the list, and whom to ask. */
export const SeenAlarms = ({ view: { alarms, lines, handedOut } }: { readonly view: AccessView }) => {
  const t = useTexts();
  const who = useWho();
  const nameOf = useSeenName();
  if (alarms.length === 0) return null;
  return (
    <>
      {alarms.map(({ type, device, member }) => {
        const known = [...lines, ...(handedOut ?? [])].find((one) => member !== null && one.member === member);
        const name = nameOf({ member, name: known?.name ?? '' });
        return (
          <Banner key={`${type} ${device}`} tone="alarm" title={t(`rights.seen.${type}`)}>
            {t(`rights.seen.${type}.help`, { ...who, name })}
          </Banner>
        );
      })}
      <Explain word="coordinator" />
    </>
  );
};
