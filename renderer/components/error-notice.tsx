/** A failure in one sentence: what happened, what is safe, what to do. The only place that turns codes into words. */
import { IconAlertTriangle } from "@tabler/icons-react";
import { createContext, type ReactNode, useContext } from "react";
import { useTranslation } from "react-i18next";
import { readableParams } from "../../shared/i18n";
import { errorDataOf } from "../bridge/bridge";
import { Button } from "./button";
import classes from "./error-notice.module.css";

/** The sentence alone. */
export function ErrorSentence(props: { readonly error: unknown }) {
  const { t } = useTranslation("errors");
  const { code, params } = errorDataOf(props.error);
  return <span>{t(code, { ...readableParams(params) })}</span>;
}

/** What can be done about a failure at once, where whatever stands around the notice knows a way. */
export const ErrorWays = createContext<(error: unknown) => ReactNode>(() => null);

export function ErrorNotice(props: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation("screen-app");
  const waysOf = useContext(ErrorWays);
  return (
    <div role="alert" className={classes.notice}>
      <IconAlertTriangle size={20} stroke={1.75} aria-hidden className={classes.icon} />
      <div className={classes.sentence}>
        <ErrorSentence error={props.error} />
      </div>
      {waysOf(props.error)}
      {props.onRetry === undefined ? null : (
        <Button variant="default" onClick={props.onRetry}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
