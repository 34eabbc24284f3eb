/** The two buttons by which the list of a screen is printed or written to files. */
import { IconFileExport, IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { useRunCommand } from "../commands/commands";
import { type ShownListing, shownListing, useTellListing } from "./shown-listing";

interface ListingButtonsProps {
  /** Null: there is nothing to print now. */
  readonly listing: ShownListing | null;
}

/** Of the list that a screen shows, which its keys mean as well. */
export function ListingButtons({ listing }: ListingButtonsProps) {
  useTellListing(listing);
  return <Buttons listing={listing} keys />;
}

/** Of a list within a screen. */
export function PartButtons({
  listing,
  name,
}: ListingButtonsProps & { /** Of what, for who hears it. */ readonly name: string }) {
  return <Buttons listing={listing} name={name} />;
}

function Buttons({
  listing,
  keys,
  name,
}: ListingButtonsProps & { readonly keys?: true; readonly name?: string }) {
  const { t } = useTranslation("screen-report");
  const run = useRunCommand();
  const start = (command: "print" | "report") => {
    shownListing.ask(listing);
    run(command);
  };
  const size = keys === true ? "sm" : "compact-sm";
  const labelOf = (words: string) => (name === undefined ? {} : { "aria-label": `${words} ${name}` });
  return (
    <>
      <Button
        variant="default"
        size={size}
        disabled={listing === null}
        leftSection={<IconPrinter size={16} aria-hidden />}
        {...(keys === true ? { "aria-keyshortcuts": "Control+P" } : {})}
        {...labelOf(t("listing.print"))}
        onClick={() => start("print")}
      >
        {t("listing.print")}
      </Button>
      <Button
        variant="default"
        size={size}
        disabled={listing === null}
        leftSection={<IconFileExport size={16} aria-hidden />}
        {...(keys === true ? { "aria-keyshortcuts": "Control+Shift+P" } : {})}
        {...labelOf(t("listing.write"))}
        onClick={() => start("report")}
      >
        {t("listing.write")}
      </Button>
    </>
  );
}
