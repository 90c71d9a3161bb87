import type { CircleView } from '../../../application/application.ts';
import { mayHold } from '../../../core/circle/permissions.ts';
import type { RosterRole } from '../../../core/circle/rosterEntry.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { DocumentId } from '../../../core/shared/ids.ts';
import { ChoicesField } from '../../components/fields/ChoiceField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { useToday } from '../../components/useToday.ts';
import { withCapital } from '../../components/withCapital.ts';
import { useTexts } from '../../i18n/useTexts.ts';

interface DocumentsFieldProps {
  readonly view: Pick<CircleView, 'documents'>;
  readonly role: RosterRole | null;
  readonly value: readonly DocumentId[];
  readonly onChange: (documents: readonly DocumentId[]) => void;
}

/** What else than the plan: only parts that I can let somebody into and that this role may read. */
export const DocumentsField = ({ view, role, value, onChange }: DocumentsFieldProps) => {
  const t = useTexts();
  const offered = documentsToGive(view, role);
  if (offered.length === 0) return null;
  return (
    <ChoicesField
      label={t('circle.invite.documents')}
      hint={t('circle.invite.documentsHint')}
      options={offered.map(({ doc, kind }) => ({
        value: doc,
        label: withCapital(t(`circle.document.${kind}`)),
        detail: t(`circle.document.${kind}.means`),
      }))}
      value={value}
      onChange={onChange}
    />
  );
};

export const documentsToGive = ({ documents }: Pick<CircleView, 'documents'>, role: RosterRole | null): CircleView['documents'] =>
  documents.filter(
    ({ kind, myRole }) => kind !== 'plan' && myRole === 'lead' && role !== null && (role === 'auditor' || mayHold(kind, role)),
  );

interface UntilFieldProps {
  readonly value: CivilDate | null;
  readonly onChange: (until: CivilDate | null) => void;
  readonly error?: string | null;
}

/** Until when, of who comes for a while. */
export const UntilField = ({ value, onChange, error }: UntilFieldProps) => {
  const t = useTexts();
  const today = useToday();
  return (
    <DateField
      label={t('circle.invite.until')}
      hint={t('circle.invite.untilHint')}
      value={value}
      onChange={onChange}
      min={today}
      error={error}
      isRequired
    />
  );
};
