/** Who calls: principals, roles, region scope, and the credentials of terminals. */
@NullMarked
package org.yongjun.pass.access;

import org.jspecify.annotations.NullMarked;
