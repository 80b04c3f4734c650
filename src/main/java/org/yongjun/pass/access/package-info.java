/**
 * Who calls: principals, roles and region scope; how holders, officers, venue owners and terminals
 * sign in, and what each terminal may call.
 */
@NullMarked
package org.yongjun.pass.access;

import org.jspecify.annotations.NullMarked;
