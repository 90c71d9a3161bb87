import { useCallback } from 'react';
import type { OpenCircle, PartView } from '../../../application/application.ts';
import type { MemberId } from '../../../core/shared/ids.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { askErrorText } from '../../components/askErrorText.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { useLetIn } from '../../components/parts/useLetIn.ts';
import { useOpened } from '../../components/useOpened.ts';
import { useTexts } from '../../i18n/useTexts.ts';

interface LetInProps {
  readonly view: PartView;
  readonly onClose: () => void;
}

/** Somebody of the plan's circle reads along from now on. Others are invited from the circle's own screen. */
export const LetInDialog = ({ view, onClose }: LetInProps) => {
  const t = useTexts();
  const { circle } = useApplication();
  const found = useOpened(useCallback(() => circle.open(view.caseId), [circle, view.caseId]));
  if (found.type === 'open') return <ChooseReader view={view} circle={found.opened} onClose={onClose} />;
  return (
    <Dialog title={t('parts.letIn')} isOpen onClose={onClose}>
      <p role="status">{found.type === 'failed' ? askErrorText(t, found.error) : t('circle.opening')}</p>
    </Dialog>
  );
};

const ChooseReader = ({ view, circle, onClose }: LetInProps & { readonly circle: OpenCircle }) => {
  const t = useTexts();
  const { offered, chosen, choose, isMissing, isAsking, errorText, letIn } = useLetIn({ view, circle, onDone: onClose });
  return (
    <Dialog
      title={t('parts.letIn')}
      isOpen
      onClose={onClose}
      actions={
        <>
          {offered.length > 0 && (
            <Button isDisabled={isAsking} onPress={() => void letIn()}>
              {t('parts.letIn.save')}
            </Button>
          )}
          <Button variant="plain" onPress={onClose}>
            {t(offered.length > 0 ? 'shell.cancel' : 'shell.close')}
          </Button>
        </>
      }
    >
      {offered.length === 0 ? (
        <p>{t('parts.letIn.none')}</p>
      ) : (
        <>
          <ChoiceField<MemberId>
            label={t('parts.letIn.who')}
            options={offered.map(({ member, name, role }) => ({
              value: member,
              label: name || t('circle.someone'),
              detail: role ? t(`circle.role.${role}`) : '',
            }))}
            value={chosen}
            onChange={choose}
            error={isMissing ? t('parts.letIn.missing') : null}
          />
          <p>{t('parts.letIn.all')}</p>
        </>
      )}
      {errorText && <p role="alert">{errorText}</p>}
    </Dialog>
  );
};
