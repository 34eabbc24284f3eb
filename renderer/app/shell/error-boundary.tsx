/** A bug on a screen must not take the window with it: says so, keeps the rest, offers to draw the screen again. */
import { IconAlertTriangle } from "@tabler/icons-react";
import { Component, type ErrorInfo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { liveForms } from "../unsaved/live-forms";
import { EmptyState } from "../../components/empty-state";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
}

function Failed(props: { readonly onRetry: () => void }) {
  const { t } = useTranslation("screen-app");
  return (
    <EmptyState
      icon={<IconAlertTriangle size={36} aria-hidden />}
      title={t("crash.title")}
      action={<Button onClick={props.onRetry}>{t("crash.retry")}</Button>}
    >
      {t("crash.body")}
    </EmptyState>
  );
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    liveForms.fail();
    // The main process keeps the page's console in its log file.
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.failed) return <Failed onRetry={() => this.setState({ failed: false })} />;
    return this.props.children;
  }
}
