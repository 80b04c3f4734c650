/** Holders in the database. */
@NullMarked
package org.yongjun.pass.holder.store;

import org.jspecify.annotations.NullMarked;
