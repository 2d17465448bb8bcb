// The one row in which a person says who they are. Its id is fixed, so that two devices that were apart write one row.

import type { Profiles } from "./schema.ts";

/** A UUIDv8 (RFC 9562, 5.8): chosen, not drawn. Rows are the account's, so the same id is another row elsewhere. */
export const PROFILE_ID = "00000000-0000-8000-8000-000000000001";

export type Profile = Readonly<Profiles>;
