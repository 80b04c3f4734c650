package org.yongjun.pass.offline.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a bundle as it is written by the server, and as it is read before anything of it
 * is believed.
 *
 * @param keyList the signed key list as it is published; null where the gate has it
 * @param statusLists at most {@link #STATUS_LISTS_MAX}
 */
public record BundlePayload(
    BundleHead head,
    @Nullable String keyList,
    List<StatusPart> statusLists,
    BundleSections sections) {
  /** One per issuer that is trusted. */
  public static final int STATUS_LISTS_MAX = 1_000;

  public BundlePayload {
    statusLists = List.copyOf(statusLists);
  }

  /** The JSON, in UTF-8; equal content has equal bytes. */
  public byte[] json() {
    return JsonText.write(PayloadJson.write(this));
  }
}
