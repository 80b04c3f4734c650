/** Credentials, accounts, sessions and what is spent in signing in, in the database. */
@NullMarked
package org.yongjun.pass.access.store;

import org.jspecify.annotations.NullMarked;
