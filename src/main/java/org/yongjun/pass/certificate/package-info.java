/** Issues certificates to holders' devices, and keeps the issuer's keys. */
@NullMarked
package org.yongjun.pass.certificate;

import org.jspecify.annotations.NullMarked;
