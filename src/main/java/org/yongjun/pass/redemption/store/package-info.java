/** The ledger, visits and idempotency claims in the database. */
@NullMarked
package org.yongjun.pass.redemption.store;

import org.jspecify.annotations.NullMarked;
