/** The record of every state change, written in the transaction of the change itself. */
@NullMarked
package org.yongjun.pass.journal;

import org.jspecify.annotations.NullMarked;
