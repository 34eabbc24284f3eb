/**
 * A report as it will be printed, page by page, in the program's own window: the pages are those of the PDF, so that what is
 * on screen, on paper and in the file cannot differ. Making them can be stopped; what is printed is what was looked at.
 */
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../../shared/contract/contract";
import type { WrittenFile } from "../../../../shared/contract/schemas/reports";
import { formatNumber } from "../../../../shared/text/format";
import { inTextField, pressed } from "../../../app/commands/keys";
import { WorkProgress } from "../../../app/feedback/progress";
import { toastDone, toastFailed } from "../../../app/feedback/toast";
import { call, errorDataOf } from "../../../bridge/bridge";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { ErrorNotice } from "../../../components/error-notice";
import { listOf, placesCount, type ReportAsk, type ShownList } from "../shown";
import { useKeys } from "../use-keys";
import { openPdf, type PdfPages } from "./pdf-pages";
import { PreviewBar } from "./preview-bar";
import { type PagesControl, PreviewPages } from "./preview-pages";
import { percentOf, stepped, type Zoom } from "./zoom";
import classes from "./print.module.css";

export interface PrintPreviewProps {
  readonly ask: ReportAsk;
  /** The list that is printed, where some of its lines alone can be; null for anything else. */
  readonly list: ShownList | null;
  /** Whether those alone were asked for. */
  readonly onlyChosen?: boolean;
  readonly onClose: () => void;
  /** Left out: the real reader. */
  readonly open?: (bytes: Uint8Array) => Promise<PdfPages>;
}

type Made = Omit<CallResult<"printPreview">, "pdf"> & { readonly pages: PdfPages };

/** The pages of what is asked, made anew where something else is. */
function usePages(ask: ReportAsk, open: (bytes: Uint8Array) => Promise<PdfPages>, onStopped: () => void) {
  const [made, setMade] = useState<Made | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  const stopped = useEffectEvent(onStopped);
  const key = JSON.stringify({ ask, tries });
  useEffect(() => {
    let isWanted = true;
    let isMaking = true;
    let held: Made | null = null;
    const forget = ({ id, pages }: Made) => {
      pages.close();
      call("printEnd", { id }).catch(toastFailed);
    };
    const make = async () => {
      const { pdf, ...rest } = await call("printPreview", (JSON.parse(key) as { ask: ReportAsk }).ask);
      isMaking = false;
      const next = { ...rest, pages: await open(pdf) };
      if (!isWanted) return forget(next);
      held = next;
      setMade(next);
    };
    setMade(null);
    setFailure(null);
    make().catch((error: unknown) => {
      isMaking = false;
      if (!isWanted) return;
      if (errorDataOf(error).code === "cancelled") stopped();
      else setFailure(error);
    });
    return () => {
      isWanted = false;
      if (isMaking) call("workCancel", {}).catch(toastFailed);
      if (held !== null) forget(held);
    };
  }, [key, open]);
  return { made, failure, retry: () => setTries((before) => before + 1) };
}

export function PrintPreview({ ask, list, onlyChosen: first, onClose, open = openPdf }: PrintPreviewProps) {
  const { t } = useTranslation("screen-report");
  const [onlyChosen, setOnlyChosen] = useState(first ?? false);
  const whole = list === null ? ask : { ...ask, list: listOf(list, onlyChosen) };
  const { made, failure, retry } = usePages(whole, open, onClose);
  return (
    <Dialog title={t("print.title")} full onClose={onClose}>
      <div className={classes.preview}>
        {failure === null ? null : (
          <div className={classes.work}>
            <ErrorNotice error={failure} onRetry={retry} />
          </div>
        )}
        {made === null && failure === null ? (
          <div className={classes.work}>
            <WorkProgress text={t("print.making")} stoppable />
          </div>
        ) : null}
        {made === null ? null : (
          <Ready
            made={made}
            chosen={list === null ? 0 : placesCount(list.chosen)}
            onlyChosen={onlyChosen}
            onOnlyChosen={setOnlyChosen}
            onClose={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}

interface ReadyProps {
  readonly made: Made;
  readonly chosen: number;
  readonly onlyChosen: boolean;
  readonly onOnlyChosen: (only: boolean) => void;
  readonly onClose: () => void;
}

/** Printing and saving of a preview, one at a time. */
function useOut({ id }: Made, onPrinted: () => void) {
  const [working, setWorking] = useState<"print" | "save" | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [file, setFile] = useState<WrittenFile | null>(null);
  const run = (kind: "print" | "save", work: () => Promise<void>) => {
    if (working !== null) return;
    setWorking(kind);
    setFailure(null);
    void work()
      .catch(setFailure)
      .finally(() => setWorking(null));
  };
  return {
    working,
    failure,
    file,
    print: () =>
      run("print", async () => {
        if ((await call("printStart", { id })).printed) onPrinted();
      }),
    save: () =>
      run("save", async () => {
        const written = await call("printSave", { id });
        if (written !== null) setFile(written);
      }),
  };
}

function Ready({ made, chosen, onlyChosen, onOnlyChosen, onClose }: ReadyProps) {
  const { t } = useTranslation(["screen-report", "screen-app"]);
  const { pages, rows, shown, most } = made;
  const [zoom, setZoom] = useState<Zoom>("width");
  const [look, setLook] = useState({ page: 1, scale: 1 });
  const control = useRef<PagesControl>(null);
  const out = useOut(made, () => {
    toastDone(t("screen-report:print.printed"));
    onClose();
  });
  const onLook = useCallback((page: number, scale: number) => setLook({ page, scale }), []);
  const percent = percentOf(look.scale);
  const step = (way: 1 | -1) => setZoom(stepped(percent, way));
  const refused = shown < rows;
  useKeys((event) => {
    const isPrint = pressed("Ctrl+P", event);
    const isSave = pressed("Ctrl+S", event);
    if (isPrint || isSave) {
      if (!refused) (isPrint ? out.print : out.save)();
      return true;
    }
    if (inTextField(event.target) || event.ctrlKey || event.altKey || event.metaKey) return false;
    const way = event.key === "+" || event.key === "=" ? 1 : event.key === "-" ? -1 : null;
    if (way !== null) step(way);
    return way !== null;
  });
  return (
    <div className={classes.preview}>
      <PreviewBar
        page={look.page}
        count={pages.count}
        percent={percent}
        zoom={zoom}
        chosen={chosen}
        onlyChosen={onlyChosen}
        refused={refused}
        working={out.working}
        onPage={(page) => control.current?.goTo(page)}
        onZoom={setZoom}
        onStep={step}
        onOnlyChosen={onOnlyChosen}
        onPrint={out.print}
        onSave={out.save}
      />
      {refused ? (
        <p className={classes.told} role="status">
          <span>
            {t("screen-report:print.beginning", {
              rows: formatNumber(rows),
              shown: formatNumber(shown),
              most: formatNumber(most),
            })}
          </span>
        </p>
      ) : null}
      {out.failure === null ? null : <ErrorNotice error={out.failure} />}
      {out.file === null ? null : <Saved file={out.file} />}
      <PreviewPages
        pages={pages}
        zoom={zoom}
        label={t("screen-report:print.pages")}
        control={control}
        onLook={onLook}
      />
    </div>
  );
}

function Saved({ file: { path } }: { readonly file: WrittenFile }) {
  const { t } = useTranslation(["screen-report", "screen-app"]);
  return (
    <div className={classes.told} role="status">
      <span>{t("screen-report:print.saved", { path })}</span>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => void call("fileOpen", { path }).catch(toastFailed)}
      >
        {t("screen-app:written.open")}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => void call("fileReveal", { path }).catch(toastFailed)}
      >
        {t("screen-app:written.reveal")}
      </Button>
    </div>
  );
}
