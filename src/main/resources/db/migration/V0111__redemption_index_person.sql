-- A holder reads the own uses, newest first, and the sums of them: both read one person's entries and
-- nobody else's. Redemption ids grow with time, and a reversal carries the id of what it takes back,
-- so one range of this index holds a page with all that became of it.
CREATE INDEX ledger_entry_person ON ledger_entry (person, redemption_id);
