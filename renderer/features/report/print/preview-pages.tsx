/** The pages of a preview below one another, of which only those that are seen are drawn: there may be hundreds. */
import { VisuallyHidden } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { useInnerSize } from "./use-inner-size";
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PdfPages } from "./pdf-pages";
import { pageAt, pageGap, scaleOf, type Zoom } from "./zoom";
import classes from "./print.module.css";

export interface PagesControl {
  /** @param page from 1 */
  readonly goTo: (page: number) => void;
}

export interface PreviewPagesProps {
  readonly pages: PdfPages;
  readonly zoom: Zoom;
  readonly label: string;
  readonly control: Ref<PagesControl>;
  /** Which page is looked at, and how large, in pixels a point. */
  readonly onLook: (page: number, scale: number) => void;
}

export function PreviewPages({ pages, zoom, label, control, onLook }: PreviewPagesProps) {
  const box = useRef<HTMLDivElement>(null);
  const { ref: sized, width, height } = useInnerSize();
  const ref = useMergedRef(box, sized);
  const [top, setTop] = useState(0);
  const scale = scaleOf(zoom, pages.size, { width, height });
  const page = { width: pages.size.width * scale, height: pages.size.height * scale };
  const high = page.height + pageGap;
  const current = pageAt(top, height, high, pages.count);
  useEffect(() => onLook(current, scale), [onLook, current, scale]);
  useImperativeHandle(
    control,
    () => ({
      goTo: (number) => {
        if (box.current !== null) box.current.scrollTop = (number - 1) * high;
      },
    }),
    [high],
  );
  // The pages come after the dialog: the keys scroll them at once.
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  // What was looked at stays in sight when the pages become larger or smaller.
  const before = useRef(high);
  useEffect(() => {
    if (box.current !== null) box.current.scrollTop *= high / before.current;
    before.current = high;
  }, [high]);

  const first = Math.max(1, Math.floor(top / high));
  const last = Math.min(pages.count, Math.ceil((top + Math.max(height, 1)) / high) + 1);
  return (
    <div
      ref={ref}
      className={classes.pages}
      role="region"
      aria-label={label}
      // What scrolls is scrolled by keys as well.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <div
        className={classes.paper}
        style={{ height: pages.count * high + pageGap, minWidth: page.width + 2 * pageGap }}
      >
        {Array.from({ length: Math.max(0, last - first + 1) }, (_none, place) => first + place).map(
          (number) => (
            <Page
              key={number}
              pages={pages}
              number={number}
              scale={scale}
              style={{ ...page, top: pageGap + (number - 1) * high }}
            />
          ),
        )}
      </div>
    </div>
  );
}

function Page(props: {
  readonly pages: PdfPages;
  readonly number: number;
  readonly scale: number;
  readonly style: { readonly width: number; readonly height: number; readonly top: number };
}) {
  const { pages, number, scale, style } = props;
  const { t } = useTranslation("screen-report");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState("");
  useEffect(() => {
    if (canvas.current === null) return undefined;
    return pages.draw(number, canvas.current, scale * window.devicePixelRatio);
  }, [pages, number, scale]);
  useEffect(() => {
    let isWanted = true;
    pages.text(number).then((read) => {
      if (isWanted) setText(read);
    }, console.error);
    return () => {
      isWanted = false;
    };
  }, [pages, number]);
  return (
    <section
      className={classes.page}
      style={style}
      aria-label={t("print.pageOf", { page: number, count: pages.count })}
    >
      <canvas ref={canvas} aria-hidden />
      <VisuallyHidden>{text}</VisuallyHidden>
    </section>
  );
}
