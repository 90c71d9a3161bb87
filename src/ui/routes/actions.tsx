import { ActionsScreen } from '../features/actions/ActionsScreen.tsx';

export const Component = ActionsScreen;
