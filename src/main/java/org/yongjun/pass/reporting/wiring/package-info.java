/** Puts the parts of reporting together. */
@NullMarked
package org.yongjun.pass.reporting.wiring;

import org.jspecify.annotations.NullMarked;
