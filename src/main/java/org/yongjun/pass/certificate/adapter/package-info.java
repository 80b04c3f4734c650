/** Wrapping of private keys by Tink, the signed key list by Nimbus JOSE. */
@NullMarked
package org.yongjun.pass.certificate.adapter;

import org.jspecify.annotations.NullMarked;
