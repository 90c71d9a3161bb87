import type { Role } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { useChange } from '../../components/useChange.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';
import { TwoAnswers } from './conflicts/TwoAnswers.tsx';

/** A role counts once its holder said yes: on their own device, or out loud with someone who writes it down. */
export const RoleItem = ({ role }: { readonly role: Role }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf } = useNames();
  const { me } = useCaseView();
  const { run, errorText } = useChange();
  const name = nameOf(role.person);
  const isMe = role.person === me?.id;
  const accept = () =>
    void run({ type: 'acceptRole', role: role.id, via: isMe ? 'own' : 'spoken', recordedBy: isMe ? null : (me?.id ?? null) });
  return (
    <li>
      <p>
        <strong>{role.name}</strong>: {name}{' '}
        <Chip tone={role.acceptedAt === null ? 'attention' : 'done'}>
          {role.acceptedAt === null ? t('case.roles.notAccepted') : t('case.roles.accepted')}
        </Chip>
      </p>
      <TwoAnswers entity={role} />
      {role.origin && <p className={styles['detail']}>{term('role', 'origin', role.origin)}</p>}
      {role.acceptedAt === null && (
        <Button
          variant="quiet"
          onPress={accept}
          aria-label={t(isMe ? 'case.roles.acceptRoleThis' : 'case.roles.acceptThis', { name, role: role.name })}
        >
          {isMe ? t('case.roles.acceptRole') : t('case.roles.acceptOther', { name })}
        </Button>
      )}
      {errorText && <p role="alert">{errorText}</p>}
    </li>
  );
};
