/** A section with one list of what was proposed, page by page; nothing at all where there is none. */
import type { ReactNode } from "react";
import type { AsideChange } from "../../../../shared/contract/schemas/proposals";
import { ErrorNotice } from "../../../components/error-notice";
import { FormSection } from "../../../components/form-section";
import classes from "../exchange.module.css";
import { ShowMorePages } from "../parts/show-more";
import type { Pages } from "../parts/use-pages";

export interface PagedProposalsProps<P extends AsideChange> {
  readonly pages: Pages<P>;
  /** @param total how many there are in all */
  readonly title: (total: number) => string;
  readonly hint: string;
  /** What the list itself is called, where that is not its title. */
  readonly label?: string;
  readonly item: (one: P) => ReactNode;
}

export function PagedProposals<P extends AsideChange>(props: PagedProposalsProps<P>) {
  const { pages } = props;
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.retry} />;
  if (pages.total === null || pages.total === 0) return null;
  const title = props.title(pages.total);
  return (
    <FormSection title={title} description={props.hint}>
      <ul className={classes.list} aria-label={props.label ?? title}>
        {pages.rows.map((one) => props.item(one))}
      </ul>
      <ShowMorePages pages={pages} />
    </FormSection>
  );
}
