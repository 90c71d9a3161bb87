import { ConferencesScreen } from '../features/conferences/ConferencesScreen.tsx';

export const Component = ConferencesScreen;
