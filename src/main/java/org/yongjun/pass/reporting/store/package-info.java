/** Roll-ups in the database, the worker that fills them, and the check against the ledger. */
@NullMarked
package org.yongjun.pass.reporting.store;

import org.jspecify.annotations.NullMarked;
