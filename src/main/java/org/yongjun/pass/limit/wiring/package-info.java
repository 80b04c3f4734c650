/** Makes the limits of the application. */
@NullMarked
package org.yongjun.pass.limit.wiring;

import org.jspecify.annotations.NullMarked;
