import { DestroyScreen } from '../features/destroy/DestroyScreen.tsx';

export const Component = DestroyScreen;
