/** Puts the benefit capability together. */
@NullMarked
package org.yongjun.pass.benefit.wiring;

import org.jspecify.annotations.NullMarked;
