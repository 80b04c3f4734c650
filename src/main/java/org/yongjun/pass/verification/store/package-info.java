/** Verifications and attempts in the database. */
@NullMarked
package org.yongjun.pass.verification.store;

import org.jspecify.annotations.NullMarked;
