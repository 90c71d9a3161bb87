import { NewCaseScreen } from '../features/cases/NewCaseScreen.tsx';

export const Component = NewCaseScreen;
