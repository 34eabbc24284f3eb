/**
 * The pages of a PDF to be drawn: what is looked at is the very file that is saved. Loaded by a preview alone; the reader is
 * larger than all screens together.
 */

export interface PdfPages {
  readonly count: number;
  /** Of every page, points. */
  readonly size: { readonly width: number; readonly height: number };
  /**
   * @param page from 1
   * @param scale pixels of the canvas a point
   * @returns what stops the drawing
   */
  readonly draw: (page: number, canvas: HTMLCanvasElement, scale: number) => () => void;
  /** What stands on a page, in reading order. */
  readonly text: (page: number) => Promise<string>;
  readonly close: () => void;
}

/** @param bytes are given away */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  const [reader, worker] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.min.mjs?url"),
  ]);
  reader.GlobalWorkerOptions.workerSrc = worker.default;
  const task = reader.getDocument({ data: bytes, useWasm: false, useWorkerFetch: false });
  const document = await task.promise;
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
  // What is under way when somebody closes the preview ends with a refusal that tells of nothing else.
  let isClosed = false;
  return {
    count: document.numPages,
    size: { width, height },
    draw: (number, canvas, scale) => {
      let stop: () => void = () => undefined;
      let isStopped = false;
      const drawn = document.getPage(number).then((page) => {
        if (isStopped) return;
        const viewport = page.getViewport({ scale });
        canvas.width = Math.round(viewport.width);
        canvas.height = Math.round(viewport.height);
        const work = page.render({ canvas, viewport });
        stop = () => work.cancel();
        return work.promise;
      });
      drawn.catch((error: unknown) => {
        // The main process keeps the page's console in its log file.
        if (!isStopped && !isClosed) console.error(error);
      });
      return () => {
        isStopped = true;
        stop();
      };
    },
    text: async (number) => {
      const content = document.getPage(number).then((page) => page.getTextContent());
      const { items } = await content.catch((error: unknown) => {
        if (isClosed) return { items: [] };
        throw error;
      });
      // A word may come in pieces, one for each part of the typeface; the blanks between words come by themselves.
      const pieces = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : ""));
      return pieces.join("").replaceAll(/\s+/gu, " ").trim();
    },
    close: () => {
      isClosed = true;
      void task.destroy();
    },
  };
}
