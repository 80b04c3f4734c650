/** Puts the parts of access together. */
@NullMarked
package org.yongjun.pass.access.wiring;

import org.jspecify.annotations.NullMarked;
