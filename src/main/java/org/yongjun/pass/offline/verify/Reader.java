package org.yongjun.pass.offline.verify;

/**
 * The reader in front of which the code is shown.
 *
 * <p>An unattended one answers {@code STAFF_CHECK_REQUIRED} to every static card (except a
 * vehicle-only one whose plate matches) and to every code whose photo-check flag is set, since
 * nobody is there to compare the photo. An attended one accepts both, and {@link
 * VerifiedCode#needsStaffCheck()} tells its screen to ask for the comparison.
 *
 * @param attended whether staff stand at the reader
 */
public record Reader(boolean attended) {
  public static final Reader ATTENDED = new Reader(true);
  public static final Reader UNATTENDED = new Reader(false);
}
