/** Limit counters in the database. */
@NullMarked
package org.yongjun.pass.limit.store;

import org.jspecify.annotations.NullMarked;
