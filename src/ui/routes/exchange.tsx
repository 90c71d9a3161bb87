import { ExchangeScreen } from '../features/exchange/ExchangeScreen.tsx';

export const Component = ExchangeScreen;
