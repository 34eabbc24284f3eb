/** How each file fares or fared, with the reason where one is refused. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceivedFile, RefusedWriterData } from "../../../../shared/contract/schemas/exchange";
import { readableParams } from "../../../../shared/i18n";
import { formatNumber } from "../../../../shared/text/format";
import { FormSection } from "../../../components/form-section";
import { ShowMore } from "../parts/show-more";
import classes from "../exchange.module.css";
import own from "./receive.module.css";
import { useCountWords } from "./count-words";

const shownAtOnce = 50;
const markOf: Readonly<Record<ReceivedFile["result"], "good" | "plain" | "bad" | "ask">> = {
  applied: "good",
  already: "plain",
  waiting: "ask",
  refused: "bad",
};

export interface FileResultsProps {
  readonly files: readonly ReceivedFile[];
  /** They were taken into the roster; before that, a file only can be. */
  readonly received?: boolean;
}

export function FileResults({ files, received = false }: FileResultsProps) {
  const { t } = useTranslation("screen-exchange");
  const [shown, setShown] = useState(shownAtOnce);
  // What was refused is what somebody must see.
  const sorted = [...files].sort((a, b) => Number(b.result === "refused") - Number(a.result === "refused"));
  return (
    <FormSection title={t("preview.files")}>
      <div className={classes.tableBox}>
        <table className={classes.table} aria-label={t("preview.files")}>
          <thead>
            <tr>
              {(["file", "sender", "result", "what"] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`preview.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((file) => (
              <FileLine key={file.path} file={file} received={received} />
            ))}
          </tbody>
        </table>
      </div>
      <ShowMore
        shown={Math.min(shown, files.length)}
        total={files.length}
        onMore={() => setShown((before) => before + shownAtOnce)}
      />
    </FormSection>
  );
}

function FileLine({ file, received }: { readonly file: ReceivedFile; readonly received: boolean }) {
  const { t } = useTranslation(["screen-exchange", "errors"]);
  const countWords = useCountWords();
  const name = file.path.split(/[\\/]/).at(-1) ?? file.path;
  return (
    <tr>
      <th scope="row" title={file.path}>
        {name}
        {file.number === null ? null : (
          <span className={classes.second}>
            {t("screen-exchange:preview.fileNumber", { number: file.number })}
          </span>
        )}
      </th>
      <td>
        {file.sender === null || file.sender.confirmed
          ? (file.sender?.office ?? "")
          : t("screen-exchange:senderClaims", { office: file.sender.office })}
      </td>
      <td>
        <span className={classes.mark} data-kind={markOf[file.result]}>
          {received && file.result === "applied"
            ? t("screen-exchange:done.received")
            : t(`screen-exchange:preview.result.${file.result}`)}
        </span>
      </td>
      <td>
        {file.error === null
          ? countWords(file)
          : t(`errors:${file.error.code}`, { ...readableParams(file.error.params), path: name })}
        {file.refusedWriters.map((one) => (
          <RefusedWriter key={`${one.key} ${one.reason}`} writer={one} />
        ))}
      </td>
    </tr>
  );
}

/** So much of a key tells it from others at a glance. */
const shownDigits = 16;

function RefusedWriter({ writer: { office, key, ops, reason } }: { readonly writer: RefusedWriterData }) {
  const { t } = useTranslation("screen-exchange");
  const nameless = t("preview.refusedWriter.nameless", { key: key.slice(0, shownDigits) });
  return (
    <p className={own.refused}>
      {t(`preview.refusedWriter.${reason}`, {
        office: office === "" ? nameless : office,
        ops: formatNumber(ops),
      })}
    </p>
  );
}
