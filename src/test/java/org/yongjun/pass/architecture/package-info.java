/** Holds the shape of the code: who may import whom, the habits of the sources, the tables. */
@NullMarked
package org.yongjun.pass.architecture;

import org.jspecify.annotations.NullMarked;
