import { removalOf, type Database, type StoredRecord } from '../ports.ts';
import { changeStorage, type DeviceContext } from './deviceContext.ts';

const place = { table: 'device', key: 'pin' } as const;

/** Beside the device record: what opens this device is a short code of figures, so a locked screen asks for that. */
export const pinRecord = (isPin: boolean): StoredRecord => (isPin ? { ...place, bytes: new Uint8Array([1]) } : removalOf(place));

export const hasPin = async (database: Database): Promise<boolean> => (await database.get(place.table, place.key)) !== undefined;

export async function showSecret(context: DeviceContext): Promise<void> {
  changeStorage(context, { secret: (await hasPin(context.ports.database)) ? 'pin' : 'passphrase' });
}
