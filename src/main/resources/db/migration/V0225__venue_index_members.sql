-- Members of a group are counted as the figures count them: by the entries of the register.
ALTER TABLE venue_stock_entry ADD KEY venue_stock_entry_group (group_id, measure, entry_on);
