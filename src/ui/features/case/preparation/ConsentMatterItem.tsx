import { generatePath, useParams } from 'react-router';
import type { ConsentMatter } from '../../../../core/consent/consentMatters.ts';
import { Button, LinkButton } from '../../../components/Button.tsx';
import { ConsentReasons } from '../../../components/consent/ConsentReasons.tsx';
import { MatterText, needsToShow } from '../../../components/consent/MatterText.tsx';
import { Row } from '../../../components/Layout.tsx';
import { paths } from '../../../components/paths.ts';
import { useNames } from '../../../components/useNames.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import type { SharingBegin } from './SharingDialog.tsx';

interface ConsentMatterItemProps {
  readonly matter: ConsentMatter;
  readonly onRecord: (begin: SharingBegin) => void;
}

/** One thing to agree to, for a professional: what is asked of whom, the button that helps, and the reasons behind a tap. */
export const ConsentMatterItem = ({ matter, onRecord }: ConsentMatterItemProps) => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  const { nameOf } = useNames();
  const { partner, what, purpose, basis, state, needs } = matter;
  const name = partner === null ? '' : nameOf(partner);
  const shown = needsToShow(matter);
  const misses = (...types: readonly string[]) => shown.some(({ type }) => types.includes(type));
  const isAsked = state === 'open' || state === 'unrecorded';
  const isRecordable = isAsked && (misses('Agree') || state === 'unrecorded' || needs.some(({ type }) => type === 'BasisUnknown'));
  const begin: SharingBegin = { withWhom: partner, what, purpose, legalBasis: basis, decidedBy: [] };
  const family = generatePath(paths.family, { caseId });
  return (
    <li>
      <MatterText matter={matter} />
      <Row gap={2}>
        {isRecordable && (
          <Button variant="quiet" onPress={() => onRecord(begin)} aria-label={t('consentWork.recordThis', { name })}>
            {t('consentWork.record')}
          </Button>
        )}
        {misses('AuthorityUnknown', 'NobodyDecides') && (
          <LinkButton variant="plain" to={`${family}#authority`}>
            {t('consentWork.toAuthority')}
          </LinkButton>
        )}
        {misses('BirthDateUnknown') && (
          <LinkButton variant="plain" to={`${family}#child`}>
            {t('consentWork.toBirthDate')}
          </LinkButton>
        )}
        {state === 'stopped' && (
          <LinkButton variant="plain" to={generatePath(paths.circle, { caseId })}>
            {t('consentWork.toCircle', { name })}
          </LinkButton>
        )}
      </Row>
      <ConsentReasons matter={matter} />
    </li>
  );
};
