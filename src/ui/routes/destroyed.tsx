import { DestroyedScreen } from '../features/destroy/DestroyedScreen.tsx';

export const Component = DestroyedScreen;
