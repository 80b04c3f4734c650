/** What tests share: a server of this JVM's own, and servers in processes of their own. */
@NullMarked
package org.yongjun.pass;

import org.jspecify.annotations.NullMarked;
