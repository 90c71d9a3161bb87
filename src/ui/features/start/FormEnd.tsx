import { Button } from '../../components/Button.tsx';
import { Row } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

interface FormEndProps {
  readonly label: string;
  readonly onBack: () => void;
}

/** Sends the form, or back to where somebody chose it. */
export const FormEnd = ({ label, onBack }: FormEndProps) => {
  const t = useTexts();
  return (
    <Row>
      <Button type="submit">{label}</Button>
      <Button variant="quiet" onPress={onBack}>
        {t('shell.back')}
      </Button>
    </Row>
  );
};
