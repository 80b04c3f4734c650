/** Tokens and assertions by Nimbus JOSE, passwords by Bouncy Castle, sealed secrets by Tink. */
@NullMarked
package org.yongjun.pass.access.adapter;

import org.jspecify.annotations.NullMarked;
