/** Key cards: our own to give away, and those of others to be trusted after a look at the paper. */
import { OwnCard } from "./own-card";
import { AddCard } from "./add-card";

export function CardTab() {
  return (
    <>
      <AddCard />
      <OwnCard />
    </>
  );
}
