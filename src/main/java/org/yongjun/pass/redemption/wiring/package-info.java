/** Puts the parts of redemption together. */
@NullMarked
package org.yongjun.pass.redemption.wiring;

import org.jspecify.annotations.NullMarked;
