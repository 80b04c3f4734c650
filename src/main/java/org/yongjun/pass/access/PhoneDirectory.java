package org.yongjun.pass.access;

import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;

/** Tells which holders may sign in by a phone; whoever keeps personal data implements it. */
public interface PhoneDirectory {
  /** More holders than this do not share a phone. */
  int HOLDERS_PER_PHONE_MAX = 20;

  /**
   * The ids of the holders with this phone whose entitlement has not been revoked, in the order of
   * ids.
   *
   * @param phone 11 digits of mainland China
   */
  List<String> listByPhone(String phone);

  /** A holder who may sign in; empty for an unknown, erased or revoked one. */
  Optional<Entry> findEntry(String holderId);

  /** What a member of a family needs to find himself, and what his token says. */
  record Entry(String holderId, String maskedName, HolderClasses classes, RegionCode homeRegion) {
    @Override
    public String toString() {
      return "Entry[" + holderId + "]";
    }
  }
}
