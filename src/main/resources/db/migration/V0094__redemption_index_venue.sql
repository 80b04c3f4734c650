-- A venue's own list of what it redeemed on a day is read page by page.
ALTER TABLE ledger_entry ADD KEY ledger_entry_venue (venue_id, booking_day, id);
