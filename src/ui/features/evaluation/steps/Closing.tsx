import { generatePath } from 'react-router';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import { LinkButton } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { paths } from '../../../components/paths.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { WhoToCall } from '../WhoToCall.tsx';

const FAMILY = 'family' as EntityId;

/** Closing well: what stays in place, whom to call, and a copy for the family. */
export const Closing = () => {
  const t = useTexts();
  const { family } = useCaseView();
  const { caseId } = useOpenCase();
  return (
    <Card as="section" labelledBy="closing">
      <h2 id="closing">{t('evaluation.closing.title')}</h2>
      <AutosaveText
        label={t('evaluation.closing.leaveBehind')}
        hint={t('evaluation.closing.leaveBehindHint')}
        entity={FAMILY}
        field="leaveBehind"
        value={family.leaveBehind}
        multiline
      />
      <WhoToCall />
      <div>
        <h3>{t('evaluation.closing.copy')}</h3>
        <p>{t('evaluation.closing.copyExplain')}</p>
      </div>
      <div>
        <LinkButton variant="quiet" to={generatePath(paths.print, { caseId, sheet: 'full' })}>
          {t('evaluation.closing.print')}
        </LinkButton>
      </div>
    </Card>
  );
};
