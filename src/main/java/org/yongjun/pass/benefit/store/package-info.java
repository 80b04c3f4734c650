/** Catalogue versions in the database. */
@NullMarked
package org.yongjun.pass.benefit.store;

import org.jspecify.annotations.NullMarked;
