/** Puts the parts of certificate together. */
@NullMarked
package org.yongjun.pass.certificate.wiring;

import org.jspecify.annotations.NullMarked;
