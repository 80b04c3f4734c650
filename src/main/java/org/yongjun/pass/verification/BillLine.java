package org.yongjun.pass.verification;

import org.jspecify.annotations.Nullable;

/**
 * A part of the bill as the terminal states it.
 *
 * @param label for example {@code FARE} or {@code ADMISSION}
 * @param listFen null where the venue has filed a tariff for the label
 * @param referenceFen what everyone pays today, where that is less; null for the list price
 */
public record BillLine(String label, @Nullable Long listFen, @Nullable Long referenceFen) {}
