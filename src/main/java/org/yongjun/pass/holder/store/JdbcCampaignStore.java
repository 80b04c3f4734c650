package org.yongjun.pass.holder.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.holder.Campaign;
import org.yongjun.pass.holder.CampaignStore;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.platform.store.Statements;

/** {@link CampaignStore} in the database. */
@Singleton
final class JdbcCampaignStore implements CampaignStore {
  private final Statements statements;

  JdbcCampaignStore(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void insert(Campaign campaign) {
    statements.update(
        "INSERT INTO campaign (id, region, title, due_on, created_by, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        campaign.id(),
        campaign.region().value(),
        campaign.title(),
        campaign.dueOn(),
        campaign.createdBy(),
        campaign.createdAt());
  }

  @Override
  public Optional<Campaign> find(String campaignId) {
    return statements
        .query("SELECT * FROM campaign WHERE id = ?", JdbcCampaignStore::campaign, campaignId)
        .stream()
        .findFirst();
  }

  @Override
  public List<Campaign> listIn(RegionCode scope, String afterId, int limit) {
    return statements.query(
        "SELECT * FROM campaign WHERE region BETWEEN ? AND ? AND id > ? ORDER BY id LIMIT ?",
        JdbcCampaignStore::campaign,
        scope.value(),
        scope.last().value(),
        afterId,
        limit);
  }

  @Override
  public void addList(Campaign campaign, String listCode, LocalDate day) {
    statements.update(
        "INSERT INTO campaign_person (campaign_id, holder_id, outcome)"
            + " SELECT DISTINCT ?, m.holder_id, 'OPEN' FROM list_member m"
            + " JOIN holder h ON h.id = m.holder_id"
            + " WHERE m.list_code = ? AND m.valid_from <= ? AND m.valid_until >= ?"
            + " AND h.home_region BETWEEN ? AND ? AND h.status <> 'REVOKED'"
            + " AND NOT EXISTS (SELECT 1 FROM holder_hold d"
            + " WHERE d.holder_id = h.id AND d.cause = 'DECEASED')",
        campaign.id(),
        listCode,
        day,
        day,
        campaign.region().value(),
        campaign.region().last().value());
  }

  @Override
  public void addClass(Campaign campaign, HolderClass holderClass) {
    statements.update(
        "INSERT INTO campaign_person (campaign_id, holder_id, outcome)"
            + " SELECT ?, h.id, 'OPEN' FROM holder h"
            + " WHERE h.home_region BETWEEN ? AND ? AND h.class_bits & ? <> 0"
            + " AND h.status <> 'REVOKED' AND NOT EXISTS (SELECT 1 FROM campaign_person p"
            + " WHERE p.campaign_id = ? AND p.holder_id = h.id)"
            + " AND NOT EXISTS (SELECT 1 FROM holder_hold d"
            + " WHERE d.holder_id = h.id AND d.cause = 'DECEASED')",
        campaign.id(),
        campaign.region().value(),
        campaign.region().last().value(),
        HolderClasses.of(holderClass).bits(),
        campaign.id());
  }

  @Override
  public boolean add(String campaignId, String holderId) {
    return Races.inserted(
        () ->
            statements.update(
                "INSERT INTO campaign_person (campaign_id, holder_id, outcome)"
                    + " VALUES (?, ?, 'OPEN')",
                campaignId,
                holderId));
  }

  @Override
  public Optional<Campaign.Outcome> findOutcome(String campaignId, String holderId) {
    return statements
        .query(
            "SELECT outcome FROM campaign_person WHERE campaign_id = ? AND holder_id = ?",
            row -> Campaign.Outcome.valueOf(row.getString("outcome")),
            campaignId,
            holderId)
        .stream()
        .findFirst();
  }

  @Override
  public boolean decide(
      String campaignId, String holderId, Campaign.Outcome outcome, String by, Instant now) {
    return statements.update(
            "UPDATE campaign_person SET outcome = ?, decided_by = ?, decided_at = ?"
                + " WHERE campaign_id = ? AND holder_id = ? AND outcome IN ('OPEN', 'NOT_FOUND')",
            outcome.name(),
            by,
            now,
            campaignId,
            holderId)
        == 1;
  }

  @Override
  public Map<Campaign.Outcome, Long> count(String campaignId) {
    Map<Campaign.Outcome, Long> counts = new EnumMap<>(Campaign.Outcome.class);
    statements
        .query(
            "SELECT outcome, COUNT(*) AS persons FROM campaign_person"
                + " WHERE campaign_id = ? GROUP BY outcome",
            row ->
                Map.entry(
                    Campaign.Outcome.valueOf(row.getString("outcome")), row.getLong("persons")),
            campaignId)
        .forEach(each -> counts.put(each.getKey(), each.getValue()));
    return counts;
  }

  @Override
  public List<Campaign.Entry> list(
      String campaignId, Campaign.Outcome outcome, String afterHolderId, int limit) {
    return statements.query(
        "SELECT holder_id, outcome FROM campaign_person WHERE campaign_id = ? AND outcome = ?"
            + " AND holder_id > ? ORDER BY holder_id LIMIT ?",
        row ->
            new Campaign.Entry(
                row.getString("holder_id"), Campaign.Outcome.valueOf(row.getString("outcome"))),
        campaignId,
        outcome.name(),
        afterHolderId,
        limit);
  }

  private static Campaign campaign(ResultSet row) throws SQLException {
    return new Campaign(
        row.getString("id"),
        new RegionCode(row.getInt("region")),
        row.getString("title"),
        row.getObject("due_on", LocalDate.class),
        row.getString("created_by"),
        Statements.instant(row, "created_at"));
  }
}
