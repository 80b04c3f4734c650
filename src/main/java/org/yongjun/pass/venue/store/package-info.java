/** Venues and terminals in the database. */
@NullMarked
package org.yongjun.pass.venue.store;

import org.jspecify.annotations.NullMarked;
