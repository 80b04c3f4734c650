/** The online verdict: is this code good, and what does its holder pay here. */
@NullMarked
package org.yongjun.pass.verification;

import org.jspecify.annotations.NullMarked;
