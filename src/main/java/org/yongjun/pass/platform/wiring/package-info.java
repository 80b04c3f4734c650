/** Puts the platform's parts together. */
@NullMarked
package org.yongjun.pass.platform.wiring;

import org.jspecify.annotations.NullMarked;
