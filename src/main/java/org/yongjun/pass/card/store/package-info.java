/** Card applications in the database. */
@NullMarked
package org.yongjun.pass.card.store;

import org.jspecify.annotations.NullMarked;
