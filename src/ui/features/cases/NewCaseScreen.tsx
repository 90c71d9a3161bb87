import { Plus, X } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { generatePath, useNavigate } from 'react-router';
import type { NewFamily } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { errorText, type AppError } from '../../components/errorText.ts';
import { DateField } from '../../components/fields/DateField.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './cases.module.css';

type Child = NewFamily['children'][number];
const emptyChild: Child = { name: '', birthDate: null, school: '', schoolGroup: '', edexmlKey: '', brin: '' };

/** Something was filled in about a child that nobody can call by name. */
const isNameless = ({ name, birthDate, school, schoolGroup }: Child): boolean =>
  name.trim() === '' && (birthDate !== null || school.trim() !== '' || schoolGroup.trim() !== '');

/** A family by hand: a name is enough, everything else can follow. */
export const NewCaseScreen = () => {
  const t = useTexts();
  const application = useApplication();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [children, setChildren] = useState<readonly Child[]>([emptyChild]);
  const [isTried, setIsTried] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const problems = isTried
    ? [
        ...(name.trim() === '' ? [t('cases.new.familyName.missing')] : []),
        ...(children.some(isNameless) ? [t('cases.new.child.nameMissing')] : []),
      ]
    : [];
  const change = (index: number, changed: Partial<Child>) =>
    setChildren(children.map((child, at) => (at === index ? { ...child, ...changed } : child)));

  async function create(event: SubmitEvent) {
    event.preventDefault();
    setIsTried(true);
    // Pressed twice is still one family.
    if (isBusy || name.trim() === '' || children.some(isNameless)) return;
    setIsBusy(true);
    const named = children.filter((child) => child.name.trim() !== '');
    const made = await application.createCase({ name: name.trim(), children: named });
    setIsBusy(false);
    if (made.ok) await navigate(generatePath(paths.case, { caseId: made.value }));
    else setError(made.error);
  }

  return (
    <form className={styles['form']} onSubmit={(event) => void create(event)} noValidate>
      <Stack gap={5}>
        <PageHeading title={t('cases.new.title')} intro={t('cases.new.intro')} />
        <ErrorSummary errors={problems} />
        {error && <Banner tone="alarm">{errorText(t, error)}</Banner>}
        <TextField
          label={t('cases.new.familyName')}
          hint={t('cases.new.familyName.hint')}
          value={name}
          onChange={setName}
          isRequired
          autoFocus
          error={isTried && name.trim() === '' ? t('cases.new.familyName.missing') : null}
        />
        {children.map((child, index) => (
          // Rows have no id of their own before the case exists; they are only added at the end.
          <fieldset key={index} className={styles['child']}>
            <legend>{t('cases.new.child', { number: index + 1 })}</legend>
            <TextField
              label={t('cases.new.child.name')}
              value={child.name}
              onChange={(value) => change(index, { name: value })}
              error={isTried && isNameless(child) ? t('cases.new.child.nameMissing') : null}
            />
            <DateField
              label={t('cases.new.child.birthDate')}
              value={child.birthDate}
              onChange={(value) => change(index, { birthDate: value })}
            />
            <TextField label={t('cases.new.child.school')} value={child.school} onChange={(value) => change(index, { school: value })} />
            <TextField
              label={t('cases.new.child.group')}
              value={child.schoolGroup}
              onChange={(value) => change(index, { schoolGroup: value })}
            />
            {children.length > 1 && (
              <div>
                <Button variant="plain" icon={X} onPress={() => setChildren(children.filter((_, at) => at !== index))}>
                  {t('cases.new.child.remove')}
                </Button>
              </div>
            )}
          </fieldset>
        ))}
        <div>
          <Button variant="quiet" icon={Plus} onPress={() => setChildren([...children, emptyChild])}>
            {t('cases.new.child.add')}
          </Button>
        </div>
        <Row>
          <Button type="submit">{t('cases.new.create')}</Button>
          <LinkButton variant="plain" to={paths.cases}>
            {t('cases.new.cancel')}
          </LinkButton>
        </Row>
      </Stack>
    </form>
  );
};
