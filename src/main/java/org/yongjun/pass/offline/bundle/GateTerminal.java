package org.yongjun.pass.offline.bundle;

import org.yongjun.pass.kernel.RegionCode;

/**
 * The terminal that a bundle was made for.
 *
 * @param id the terminal's id in the venue register
 * @param venueId the venue where it stands
 * @param region the venue's region
 * @param attended whether staff stand there; a gate is unattended
 */
public record GateTerminal(String id, String venueId, RegionCode region, boolean attended) {}
