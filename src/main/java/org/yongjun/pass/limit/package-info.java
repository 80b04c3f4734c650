/**
 * Counts what redemptions use of limited items, so that limits hold exactly however many terminals
 * redeem at once. An item without limits has no counter and touches nothing here.
 */
@NullMarked
package org.yongjun.pass.limit;

import org.jspecify.annotations.NullMarked;
