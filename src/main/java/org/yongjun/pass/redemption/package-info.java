/** Visits, redemptions and reversals: the append-only ledger. */
@NullMarked
package org.yongjun.pass.redemption;

import org.jspecify.annotations.NullMarked;
