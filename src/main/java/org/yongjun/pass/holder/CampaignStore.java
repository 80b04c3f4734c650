package org.yongjun.pass.holder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps campaigns; writes in the caller's transaction. */
public interface CampaignStore {
  void insert(Campaign campaign);

  Optional<Campaign> find(String campaignId);

  /** By id, at most {@code limit}. */
  List<Campaign> listIn(RegionCode scope, String afterId, int limit);

  /** Adds those who are on a list on {@code day} and at home inside the region. */
  void addList(Campaign campaign, String listCode, LocalDate day);

  /** Adds those of a class at home inside the region, whose entitlement has not ended. */
  void addClass(Campaign campaign, HolderClass holderClass);

  /** False where the person was there before. */
  boolean add(String campaignId, String holderId);

  /** Empty for a person who is not in the campaign. */
  Optional<Campaign.Outcome> findOutcome(String campaignId, String holderId);

  /** False where the person was found before, as anything but NOT_FOUND. */
  boolean decide(
      String campaignId, String holderId, Campaign.Outcome outcome, String by, Instant now);

  Map<Campaign.Outcome, Long> count(String campaignId);

  /** By holder id, at most {@code limit}. */
  List<Campaign.Entry> list(
      String campaignId, Campaign.Outcome outcome, String afterHolderId, int limit);
}
