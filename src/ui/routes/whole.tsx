import { CaseScreen } from '../features/case/CaseScreen.tsx';

export const Component = CaseScreen;
