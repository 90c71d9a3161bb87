import { PapersScreen } from '../features/help/PapersScreen.tsx';

export const Component = PapersScreen;
