/**
 * The programmes of public reports, each tried over HTTP, and the record of which of them a run has
 * shown.
 */
@NullMarked
package org.yongjun.pass.programmes;

import org.jspecify.annotations.NullMarked;
