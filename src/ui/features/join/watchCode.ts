/** Why no code is read. */
export type CameraProblem = 'notAllowed' | 'none';

/**
 * Shows what the camera sees in `video` and gives every text that a QR code in it holds. Pictures stay in memory and go nowhere.
 * @returns what turns the camera off, or why it did not come on.
 */
export async function watchCode(video: HTMLVideoElement, onText: (text: string) => void): Promise<(() => void) | CameraProblem> {
  const { frameLoop, QRCanvas, rearCamera } = await import('qr/dom.js');
  const canvas = new QRCanvas({}, { cropToSquare: false });
  const camera = await rearCamera(video).catch(problemOf);
  if (typeof camera === 'string') return camera;
  const endLoop = frameLoop(() => {
    void camera.readFrame(canvas, true).then((read) => typeof read === 'string' && onText(read));
  }, video);
  return () => {
    endLoop();
    camera.stop();
  };
}

const problemOf = (error: unknown): CameraProblem =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError') ? 'notAllowed' : 'none';
