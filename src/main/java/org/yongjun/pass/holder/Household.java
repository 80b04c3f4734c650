package org.yongjun.pass.holder;

import java.time.Instant;
import org.yongjun.pass.kernel.RegionCode;

/** Persons who share what is granted once per household. */
public record Household(String id, RegionCode region, String createdBy, Instant createdAt) {}
