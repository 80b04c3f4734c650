/** Puts the holder capability together. */
@NullMarked
package org.yongjun.pass.holder.wiring;

import org.jspecify.annotations.NullMarked;
