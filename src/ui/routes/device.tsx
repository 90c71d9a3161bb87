import { DeviceScreen } from '../features/device/DeviceScreen.tsx';

export const Component = DeviceScreen;
