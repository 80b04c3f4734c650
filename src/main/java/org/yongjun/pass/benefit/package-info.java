/**
 * Catalogues of benefits: their validation, their immutable versions, and the items in force at a
 * venue.
 */
@NullMarked
package org.yongjun.pass.benefit;

import org.jspecify.annotations.NullMarked;
