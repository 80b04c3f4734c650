package org.yongjun.pass.card;

import java.time.LocalDate;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What a body reports of cards that it counts itself, cumulative as of a day.
 *
 * @param reporter who reports it
 * @param document where it stands in writing
 */
public record CardReport(
    String id,
    String type,
    RegionCode region,
    CardStage stage,
    LocalDate asOf,
    long cards,
    String reporter,
    LocalDate reportedOn,
    String document) {}
