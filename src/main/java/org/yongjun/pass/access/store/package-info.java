/** Credentials and spent assertions in the database. */
@NullMarked
package org.yongjun.pass.access.store;

import org.jspecify.annotations.NullMarked;
