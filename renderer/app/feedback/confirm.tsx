/** Questions before something that cannot be taken lightly, as a promise. */
import type { ReactNode } from "react";
import { ConfirmBody, type ConfirmReason } from "../../components/confirm-dialog";
import { ask } from "./questions";

export interface ConfirmQuestion {
  readonly title: string;
  readonly body: ReactNode;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly reason?: ConfirmReason;
}

export type ConfirmAnswer =
  | { readonly confirmed: false }
  | { readonly confirmed: true; readonly reason: string | null };

/** Asks; closing the dialog in any way but its button is a no. */
export function confirm(question: ConfirmQuestion): Promise<ConfirmAnswer> {
  const no: ConfirmAnswer = { confirmed: false };
  return ask<ConfirmAnswer>(
    question.title,
    (answer) => (
      <ConfirmBody
        {...question}
        onCancel={() => answer(no)}
        onConfirm={(reason) => answer({ confirmed: true, reason })}
      />
    ),
    no,
  );
}
