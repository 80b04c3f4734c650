package org.yongjun.pass.redemption;

/**
 * What one terminal told, by what became of it, to be held against its own journal. Annulled
 * passages are in it with what they were settled at; the reversals are the ledger's.
 *
 * @param passes settled passages: recorded or flagged, with or without a benefit
 * @param exits settled exits
 * @param annulments settled annulments, whether something was reversed or not
 * @param unproven those of the settled passages that are offline uses of cards
 */
public record TapSums(
    String terminalId,
    String venueId,
    long passes,
    long exits,
    long annulments,
    long conflicts,
    long rejected,
    long payableFen,
    long benefitValueFen,
    long unproven,
    long unprovenValueFen) {}
