/** What every capability stands on: ids, transactions, refusals, configuration bounds. */
@NullMarked
package org.yongjun.pass.platform;

import org.jspecify.annotations.NullMarked;
