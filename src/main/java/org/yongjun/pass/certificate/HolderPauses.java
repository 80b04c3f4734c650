package org.yongjun.pass.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yongjun.pass.holder.CertificatePauses;

/** Moves all phones and cards of a holder together, and their bits in the status list with them. */
public final class HolderPauses implements CertificatePauses {
  private final CertificateStore store;
  private final StatusStore statuses;

  public HolderPauses(CertificateStore store, StatusStore statuses) {
    this.store = store;
    this.statuses = statuses;
  }

  @Override
  public int pause(String holderId, Instant now) {
    List<Binding> moved = move(holderId, Binding.State.ACTIVE, Binding.State.SUSPENDED);
    set(moved, now);
    return moved.size();
  }

  @Override
  public int resume(String holderId, Instant now) {
    List<Binding> moved = move(holderId, Binding.State.SUSPENDED, Binding.State.ACTIVE);
    if (!moved.isEmpty()) {
      statuses.clear(moved, now);
    }
    return moved.size();
  }

  /** Ends them for good, paused ones too. */
  int end(String holderId, Instant now) {
    List<Binding> moved = move(holderId, Binding.State.ACTIVE, Binding.State.REVOKED);
    set(moved, now);
    // Their bits are set already.
    return moved.size() + move(holderId, Binding.State.SUSPENDED, Binding.State.REVOKED).size();
  }

  private void set(List<Binding> bindings, Instant now) {
    if (!bindings.isEmpty()) {
      statuses.set(bindings, now);
    }
  }

  /** The ones that were in {@code from}. */
  private List<Binding> move(String holderId, Binding.State from, Binding.State to) {
    List<Binding> moved = new ArrayList<>();
    for (Binding each : store.lockBindings(holderId)) {
      if (store.changeState(each.id(), from, to)) {
        moved.add(each);
      }
    }
    return moved;
  }
}
