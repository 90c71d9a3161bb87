import { useId } from 'react';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { Row } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { planKindOf } from '../../../components/planRows/entities.ts';
import { usePlanWords } from '../../../components/planRows/usePlanWords.ts';

/** One person took it away while another was writing in it. It stays until someone says which it is. */
export const RemovedWhileWriting = ({ id }: { readonly id: EntityId }) => {
  const t = useTexts();
  const titleId = useId();
  const { noun, labelOf } = usePlanWords();
  const { run, errorText } = useChange();
  const kind = planKindOf(id);
  const label = labelOf(id);
  return (
    <Card as="section" tone="attention" labelledBy={titleId}>
      <h2 id={titleId}>{t('case.conflicts.where', { noun: kind ? noun(kind) : '', label })}</h2>
      <p>{t('case.conflicts.removed')}</p>
      {errorText && <p role="alert">{errorText}</p>}
      <Row gap={2}>
        <Button
          variant="quiet"
          onPress={() => void run({ type: 'restore', entity: id })}
          aria-label={t('case.conflicts.keepThis', { label })}
        >
          {t('case.conflicts.keep')}
        </Button>
        <Button
          variant="quiet"
          onPress={() => void run({ type: 'remove', entity: id })}
          aria-label={t('case.conflicts.dropThis', { label })}
        >
          {t('case.conflicts.drop')}
        </Button>
      </Row>
    </Card>
  );
};
