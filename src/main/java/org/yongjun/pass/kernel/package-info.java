/** The words that every other package speaks: money, regions, holder classes, reason codes. */
@NullMarked
package org.yongjun.pass.kernel;

import org.jspecify.annotations.NullMarked;
