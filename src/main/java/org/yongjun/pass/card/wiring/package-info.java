/** The beans of the card capability. */
@NullMarked
package org.yongjun.pass.card.wiring;

import org.jspecify.annotations.NullMarked;
