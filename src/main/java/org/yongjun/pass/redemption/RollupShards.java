package org.yongjun.pass.redemption;

/** Into how many shards the work for the roll-ups is told apart, each taken up by one worker. */
public final class RollupShards {
  /** As many as the leases that the migration of the roll-ups makes. */
  public static final int COUNT = 8;

  private RollupShards() {}
}
