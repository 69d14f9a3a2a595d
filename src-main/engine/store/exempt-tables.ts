/** Meetings that no rule removes, because a person said so. */
export const exemptTables = `
  CREATE TABLE exempt_meeting (
    meeting_id TEXT PRIMARY KEY NOT NULL REFERENCES meeting (id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  `
