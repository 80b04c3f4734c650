/** Puts the parts of venue together. */
@NullMarked
package org.yongjun.pass.venue.wiring;

import org.jspecify.annotations.NullMarked;
