/** A browser of another make, as far as a walk needs it. Each is driven through its own protocol. */
export interface Engine {
  readonly open: (address: string) => Promise<void>;
  /** What an expression is worth inside the page. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Presses the element that an expression finds, with the mouse, where it stands. */
  readonly click: (expression: string) => Promise<void>;
  /** Types in the field that an expression finds, key by key. */
  readonly type: (expression: string, text: string) => Promise<void>;
  /** What the window shows, as PNG. */
  readonly picture: () => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** A phone. */
export const WINDOW = { width: 390, height: 800 };
