-- Runs after each migration. The application's user owns nothing of itself: whatever it may do is
-- listed here, table by table, so that a new table stays out of its reach until it is added.

-- ===== Append-only tables =====
-- Rows are facts. The application may add and read them; only so can an auditor believe that
-- nothing was changed. The same names stand in AppendOnlyTables, and each start proves that no
-- more than this is granted.

-- ===== Mutable tables =====
-- State that changes in the course of business.
GRANT SELECT, INSERT, UPDATE, DELETE ON cluster_secret_check TO '${application-user}'@'${application-host}';
