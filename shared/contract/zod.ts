/**
 * The one door to zod: the strict content policy forbids code made from text, so the just-in-time compiler
 * must be off before any schema is built. Receiving zod from elsewhere would bring it back.
 */
import { z } from "zod";

z.config({ jitless: true });

export { z };
