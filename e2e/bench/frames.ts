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
 * @throws Error without the element, and where the page is not drawn
 */
export function scrollInFrames({ selector, perFrame, frames }: ScrollAsked): Promise<Scrolled> {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`Nothing at ${selector}`);
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const work: number[] = [];
    const channel = new MessageChannel();
    let begun = performance.now();
    // A message that is posted in a frame is read once the frame was laid out and painted.
    channel.port1.addEventListener("message", () => work.push(performance.now() - begun));
    channel.port1.start();
    const watch = setInterval(() => {
      if (performance.now() - begun < 10_000) return;
      clearInterval(watch);
      reject(new Error(`No frame for ten seconds, after ${times.length}`));
    }, 1000);
    const step = (time: number) => {
      begun = performance.now();
      times.push(time);
      if (times.length > frames) {
        clearInterval(watch);
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
