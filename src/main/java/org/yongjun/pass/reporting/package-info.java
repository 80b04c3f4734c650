/** Figures by roll-up, and the proof that they equal the ledger. */
@NullMarked
package org.yongjun.pass.reporting;

import org.jspecify.annotations.NullMarked;
