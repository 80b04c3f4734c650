/**
 * The embedded MariaDB and Redis that a start without configuration uses, and what else of the
 * platform needs third-party libraries or the operating system.
 */
@NullMarked
package org.yongjun.pass.platform.adapter;

import org.jspecify.annotations.NullMarked;
