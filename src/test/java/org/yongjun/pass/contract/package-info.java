/** Holds the server and the HTTP contract together: what is written, offered and answered agree. */
@NullMarked
package org.yongjun.pass.contract;

import org.jspecify.annotations.NullMarked;
