/** Redemptions and reversals over HTTP. */
@NullMarked
package org.yongjun.pass.redemption.web;

import org.jspecify.annotations.NullMarked;
