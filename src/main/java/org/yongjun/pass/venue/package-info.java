/** Partner merchants, scenic spots and operators, and their terminals. */
@NullMarked
package org.yongjun.pass.venue;

import org.jspecify.annotations.NullMarked;
