/**
 * The certificate token: parsing, building and signing of its bytes, the one codec of the format,
 * and the entries of the key list that its signatures are checked by.
 */
@NullMarked
package org.yongjun.pass.offline.token;

import org.jspecify.annotations.NullMarked;
