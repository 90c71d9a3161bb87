import { CasesScreen } from '../features/cases/CasesScreen.tsx';

export const Component = CasesScreen;
