package org.yongjun.pass.offline.gate;

/** How the server answered uploaded taps, by outcome. */
public record UploadCounts(
    long recorded, long duplicate, long conflict, long rejected, long flagged) {
  public static final UploadCounts NONE = new UploadCounts(0, 0, 0, 0, 0);

  public UploadCounts plus(UploadCounts other) {
    return new UploadCounts(
        recorded + other.recorded,
        duplicate + other.duplicate,
        conflict + other.conflict,
        rejected + other.rejected,
        flagged + other.flagged);
  }

  public long total() {
    return recorded + duplicate + conflict + rejected + flagged;
  }
}
