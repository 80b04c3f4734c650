/** The evaluation of benefits: a pure function from facts to a priced, explained quote. */
@NullMarked
package org.yongjun.pass.offline.rule;

import org.jspecify.annotations.NullMarked;
