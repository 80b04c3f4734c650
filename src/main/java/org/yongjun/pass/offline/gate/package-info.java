/**
 * A gate that decides without a network: its journal, its memory of who passed, and its command
 * line. Everything that it believes comes from a signed bundle.
 */
@NullMarked
package org.yongjun.pass.offline.gate;

import org.jspecify.annotations.NullMarked;
