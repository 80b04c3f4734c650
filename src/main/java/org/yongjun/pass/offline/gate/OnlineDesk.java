package org.yongjun.pass.offline.gate;

import java.time.Duration;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.BillPart;

/** The server, asked by a gate that has a network while somebody stands in front of it. */
@FunctionalInterface
public interface OnlineDesk {
  /** A gate without a network, or one that decides by its bundle always. */
  OnlineDesk NONE = (code, clientId, bill, budget) -> Answer.Unanswered.INSTANCE;

  /** What the server says in time. */
  sealed interface Answer {
    /** It has recorded the passage. */
    record Recorded(GateEntry.Grant grant) implements Answer {}

    /** Nobody may pass. */
    record Refused(ReasonCode reason, Text explanation) implements Answer {}

    /** Nothing was heard in time, or nothing that makes sense. */
    enum Unanswered implements Answer {
      INSTANCE
    }
  }

  /**
   * Asks the server to record a passage.
   *
   * @param clientId the key under which it is recorded once, whoever tells it first
   * @param bill the passage as the bundle prices it
   * @param budget how long to wait in all
   */
  Answer ask(String code, String clientId, BillPart bill, Duration budget);
}
