/** The database as all capabilities use it: transactions, unique keys, append-only tables. */
@NullMarked
package org.yongjun.pass.platform.store;

import org.jspecify.annotations.NullMarked;
