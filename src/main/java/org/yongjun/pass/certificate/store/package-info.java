/** Issuers, keys, bindings and certificates in the database. */
@NullMarked
package org.yongjun.pass.certificate.store;

import org.jspecify.annotations.NullMarked;
