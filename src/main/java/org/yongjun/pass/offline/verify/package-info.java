/** The verification of a shown code in its normative order, shared by gates and the server. */
@NullMarked
package org.yongjun.pass.offline.verify;

import org.jspecify.annotations.NullMarked;
