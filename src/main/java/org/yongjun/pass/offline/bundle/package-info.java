/**
 * What a gate knows without a network: the signed bundle of its venue, how it is written, read and
 * checked, and the last good one on disk.
 */
@NullMarked
package org.yongjun.pass.offline.bundle;

import org.jspecify.annotations.NullMarked;
