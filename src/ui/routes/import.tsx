import { ImportScreen } from '../features/import/ImportScreen.tsx';

export const Component = ImportScreen;
