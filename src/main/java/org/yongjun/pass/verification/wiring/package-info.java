/** Puts the parts of verification together. */
@NullMarked
package org.yongjun.pass.verification.wiring;

import org.jspecify.annotations.NullMarked;
