/** What runs in the page of a window that is measured. Handed over as text, so nothing outside of it can be used. */

export interface ScrollAsked {
  readonly selector: string;
  readonly perFrame: number;
  readonly frames: number;
}

export interface Scrolled {
  /** When each frame came, ms. */
  readonly times: readonly number[];
  /** How long the page worked on each: scripts, layout, paint records. */
  readonly work: readonly number[];
}

/**
 * Scrolls an element by as much in each frame.
 * @throws Error without the element
 */
export function scrollInFrames({ selector, perFrame, frames }: ScrollAsked): Promise<Scrolled> {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`Nothing at ${selector}`);
  return new Promise((resolve) => {
    const times: number[] = [];
    const work: number[] = [];
    const channel = new MessageChannel();
    let begun = 0;
    // A message that is posted in a frame is read once the frame was laid out and painted.
    channel.port1.addEventListener("message", () => work.push(performance.now() - begun));
    channel.port1.start();
    const step = (time: number) => {
      begun = performance.now();
      times.push(time);
      if (times.length > frames) {
        resolve({ times, work });
        return;
      }
      element.scrollTop += perFrame;
      channel.port2.postMessage(null);
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
