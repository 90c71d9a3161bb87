declare const __APP_VERSION__: string;

/** Set while building. */
export const APP_VERSION = __APP_VERSION__;
