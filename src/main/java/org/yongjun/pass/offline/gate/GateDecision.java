package org.yongjun.pass.offline.gate;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;

/**
 * What a gate answers to one reading of a code.
 *
 * @param reason why nobody may pass; null when somebody may
 * @param explanation one sentence, without personal data
 * @param passage what was asked
 * @param timeSeconds the gate's time
 * @param clientId names the tap; null for a refusal
 * @param grant what was granted; null for a refusal and for a way out
 * @param flags what was unusual
 * @param staffCheck whether staff must compare the holder with a photo
 * @param repeat whether it is the first decision told again: nothing opens
 */
public record GateDecision(
    @Nullable ReasonCode reason,
    Text explanation,
    Passage passage,
    long timeSeconds,
    @Nullable String clientId,
    GateEntry.@Nullable Grant grant,
    Set<GateFlag> flags,
    boolean staffCheck,
    boolean repeat) {
  public GateDecision {
    flags = Set.copyOf(flags);
    if ((reason == null) == (clientId == null)) {
      throw new IllegalArgumentException("either a reason or a tap");
    }
  }

  public boolean admitted() {
    return reason == null;
  }

  /** Whether the turnstile turns now. */
  public boolean opens() {
    return admitted() && !repeat;
  }

  GateDecision asRepeat() {
    return new GateDecision(
        reason, explanation, passage, timeSeconds, clientId, grant, flags, staffCheck, true);
  }
}
