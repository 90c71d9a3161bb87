import { i18n } from '@lingui/core';
import { useState, type SubmitEvent } from 'react';
import { generatePath, Link, useNavigate } from 'react-router';
import { type Pupil, type SchoolExport } from '../../../core/plan/schoolExport.ts';
import type { CaseId } from '../../../core/shared/ids.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { errorText, type AppError } from '../../components/errorText.ts';
import { SelectField } from '../../components/fields/ChoiceField.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { ChildToCheck } from './ChildToCheck.tsx';
import { addToFamily, makeFamily, toNewChild, type NewChild } from './newFamily.ts';
import styles from './import.module.css';
import { findLookalike, listFamilyNames } from './pupils.ts';

interface CheckFamilyProps {
  readonly school: SchoolExport;
  readonly pupils: readonly Pupil[];
  readonly onBack: () => void;
}

/** The last look before anything is kept: the family's name, the children, and whether this family has a plan already. */
export const CheckFamily = ({ school, pupils, onBack }: CheckFamilyProps) => {
  const t = useTexts();
  const application = useApplication();
  const navigate = useNavigate();
  const { cases } = useStore(application.caseload);
  const device = useStore(application.device);
  const [existing, setExisting] = useState<CaseId | null>(null);
  const [name, setName] = useState(() => new Intl.ListFormat(i18n.locale).format(listFamilyNames(pupils)));
  const [schoolName, setSchoolName] = useState(() => (device.type === 'unlocked' ? schoolOf(device.profile) : ''));
  const [children, setChildren] = useState<readonly NewChild[]>(() => pupils.map((pupil) => toNewChild(school, pupil)));
  const [isTried, setIsTried] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isNameMissing = isTried && existing === null && name.trim() === '';
  const lookalikes = pupils.flatMap((pupil) => {
    const summary = findLookalike(cases, pupil);
    return summary ? [{ pupil, summary }] : [];
  });

  async function create(event: SubmitEvent) {
    event.preventDefault();
    setIsTried(true);
    // Pressed twice is still one family.
    if (isBusy || (existing === null && name.trim() === '')) return;
    setIsBusy(true);
    const withSchool = children.map((child) => ({ ...child, school: schoolName.trim() }));
    const made = await (existing === null
      ? makeFamily(application, name.trim(), withSchool)
      : addToFamily(application, existing, withSchool));
    setIsBusy(false);
    if (made.ok) await navigate(generatePath(paths.case, { caseId: made.value }));
    else setError(made.error);
  }

  return (
    <form className={styles['narrow']} onSubmit={(event) => void create(event)} noValidate>
      <Stack gap={5}>
        <PageHeading
          title={t('cases.import.check.title')}
          step={t('cases.import.step', { step: 3 })}
          intro={t('cases.import.check.intro')}
        />
        {isNameMissing && <ErrorSummary errors={[t('cases.new.familyName.missing')]} />}
        {error && <Banner tone="alarm">{errorText(t, error)}</Banner>}
        {lookalikes.map(({ pupil, summary }) => (
          <Banner
            key={pupil.key}
            tone="attention"
            title={t('cases.import.check.lookalike', { name: pupil.firstName })}
            actions={<Link to={generatePath(paths.case, { caseId: summary.caseId })}>{t('cases.family', { name: summary.name })}</Link>}
          >
            {t('cases.import.check.lookalikeExplain')}
          </Banner>
        ))}
        {cases.length > 0 && (
          <SelectField
            label={t('cases.import.check.where')}
            hint={t('cases.import.check.whereHint')}
            emptyLabel={t('cases.import.check.newFamily')}
            options={cases.map(({ caseId, name: family }) => ({ value: caseId, label: t('cases.family', { name: family }) }))}
            value={existing}
            onChange={setExisting}
          />
        )}
        {existing === null && (
          <TextField
            label={t('cases.new.familyName')}
            hint={t('cases.import.check.nameHint')}
            value={name}
            onChange={setName}
            isRequired
            error={isNameMissing ? t('cases.new.familyName.missing') : null}
          />
        )}
        <TextField
          label={t('cases.import.check.school')}
          hint={t('cases.import.check.schoolHint')}
          value={schoolName}
          onChange={setSchoolName}
        />
        <Stack gap={3}>
          <h2>{t('cases.import.check.children', { count: children.length })}</h2>
          {children.map((child, index) => (
            <ChildToCheck
              key={child.edexmlKey}
              child={child}
              isDateKnown={pupils[index]?.birthDate !== null}
              onChange={(changed) => setChildren(children.map((other) => (other === child ? changed : other)))}
            />
          ))}
        </Stack>
        <Row>
          <Button type="submit">{t(existing === null ? 'cases.new.create' : 'cases.import.check.add')}</Button>
          <Button variant="plain" onPress={onBack}>
            {t('cases.import.check.back')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
};

/** People of the school itself come from this school; others fill it in. */
const schoolOf = ({ discipline, organisation }: { readonly discipline: string; readonly organisation: string }): string =>
  discipline === 'internalCoordinator' || discipline === 'teacher' ? organisation : '';
