/** What an office is shown of files before it keeps them, for tests. */
import type { ReceivedPerson } from "../../shared/contract/schemas/exchange";
import { OfficeNames } from "../services/exchange/office-names";
import { ownOffice } from "../services/exchange/own-office";
import { previewPage } from "../services/exchange/preview";
import { Receiving } from "../services/exchange/receive";
import { type Office, packetsIn } from "./offices";

/** What an office would be shown of the packets in a folder, of which it then keeps everything. */
export function previewOf(
  { environment, opened }: Office,
  folder: string,
): Promise<readonly ReceivedPerson[]> {
  return opened(async (roster) => {
    const receiving = await Receiving.of(roster, environment, packetsIn(folder));
    const names = new OfficeNames(receiving.session.db, ownOffice(roster, environment), environment.t);
    const page = previewPage(receiving.session, environment.t, 0, 50, names);
    receiving.keep([]);
    return page.rows;
  });
}
