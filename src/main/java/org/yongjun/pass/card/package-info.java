/** Applications for cards, ours and partners', step by step, and how many cards there are. */
@NullMarked
package org.yongjun.pass.card;

import org.jspecify.annotations.NullMarked;
