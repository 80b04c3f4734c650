/** Tokens and assertions by Nimbus JOSE. */
@NullMarked
package org.yongjun.pass.access.adapter;

import org.jspecify.annotations.NullMarked;
