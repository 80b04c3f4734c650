/** The beans of the organisation capability. */
@NullMarked
package org.yongjun.pass.organisation.wiring;

import org.jspecify.annotations.NullMarked;
