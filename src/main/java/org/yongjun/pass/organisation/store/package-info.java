/** The organisation in the database. */
@NullMarked
package org.yongjun.pass.organisation.store;

import org.jspecify.annotations.NullMarked;
