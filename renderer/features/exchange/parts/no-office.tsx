/** Said where files are sent and received while no office is trusted: what to do first, or what became of those known. */
import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeState } from "../../../../shared/contract/schemas/exchange";
import { paths } from "../../../app/navigation/paths";
import { EmptyState } from "../../../components/empty-state";
import { LinkButton } from "../../../components/link-button";
import { wasTrusted } from "../send/addressees";

interface NoOfficeProps {
  readonly offices: readonly OfficeState[];
  readonly icon?: ReactNode;
  /** A sentence more, and what else can be done. */
  readonly more?: string;
  readonly also?: ReactNode;
  /** The way to another screen was taken. */
  readonly onLeave?: () => void;
}

export function NoOffice({ offices, icon, more, also, onLeave }: NoOfficeProps) {
  const { t } = useTranslation("screen-exchange");
  const lost = wasTrusted(offices);
  const body = t(lost ? "noTrust.lostBody" : "noTrust.body");
  return (
    <EmptyState
      icon={icon}
      title={t(lost ? "noTrust.lostTitle" : "noTrust.title")}
      action={
        <Group>
          {/* The address changes by itself; a dialog must not stay over the screen that it leads to. */}
          <span onClickCapture={onLeave}>
            <LinkButton href={paths.exchange(lost ? "offices" : "card")} primary>
              {t(lost ? "noTrust.lostAction" : "noTrust.action")}
            </LinkButton>
          </span>
          {also}
        </Group>
      }
    >
      {more === undefined ? body : `${body} ${more}`}
    </EmptyState>
  );
}
