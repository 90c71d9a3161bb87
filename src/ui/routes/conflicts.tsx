import { ConflictsScreen } from '../features/case/ConflictsScreen.tsx';

export const Component = ConflictsScreen;
