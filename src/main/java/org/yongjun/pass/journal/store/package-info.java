/** Journal entries in the database. */
@NullMarked
package org.yongjun.pass.journal.store;

import org.jspecify.annotations.NullMarked;
