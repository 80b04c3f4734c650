-- Runs after each migration. The application's user owns nothing of itself: whatever it may do is
-- listed here, table by table, so that a new table stays out of its reach until it is added.

-- ===== Append-only tables =====
-- Rows are facts. The application may add and read them; only so can an auditor believe that
-- nothing was changed. The same names stand in AppendOnlyTables, and each start proves that no
-- more than this is granted.
GRANT SELECT, INSERT ON appraisal TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON approval TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON attempt TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON card_event TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON card_report TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON catalogue_version TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON catalogue_withdrawal TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON collection TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON inspection_note TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON journal_entry TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON ledger_entry TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON partner_class TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON person_event TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON reservation_charge TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON status_change TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON survivor_claim TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON tap TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON venue_call TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON venue_event TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON venue_group TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT ON venue_stock_entry TO '${application-user}'@'${application-host}';

-- ===== Mutable tables =====
-- State that changes in the course of business.
GRANT SELECT, INSERT, UPDATE, DELETE ON cluster_secret_check TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON account TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON account_duty TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON binding TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON campaign TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON campaign_person TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON card_application TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON card_problem TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON card_type TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON catalogue_draft TO '${application-user}'@'${application-host}';
GRANT SELECT, UPDATE ON catalogue_epoch TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON certificate TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON claim TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON credential TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON gate_bundle_head TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, DELETE ON gate_bundle_version TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON gate_settings TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON holder TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON issuer TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON issuer_key TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON limit_counter TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON mutual_task TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON organisation_level TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON organisation_staff TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON organisation_target TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON organisation_unit TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON limit_member TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON reservation TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, DELETE ON parking_stay TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON rollup_day TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON rollup_lease TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON rollup_work TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_code TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_quota TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_session TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON spent_assertion TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON tap_flag TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, DELETE ON tap_pending TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON tap_stay TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON terminal TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON vehicle_plate TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON venue TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON verification TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON visit TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON card_slot TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON card_use TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON guess_slot TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON short_code TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON status_bit TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON status_head TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON member_list TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON list_member TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON household TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON household_member TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, DELETE ON holder_hold TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON person_event_state TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON holder_span TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON venue_agreement TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON venue_application TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON venue_facility TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON venue_group_member TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON venue_plaque TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON inspection TO '${application-user}'@'${application-host}';
GRANT SELECT, INSERT, UPDATE ON inspection_venue TO '${application-user}'@'${application-host}';
