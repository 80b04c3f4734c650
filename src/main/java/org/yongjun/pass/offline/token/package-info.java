/**
 * The certificate token: parsing, building and signing of its bytes, the one codec of the format.
 */
@NullMarked
package org.yongjun.pass.offline.token;

import org.jspecify.annotations.NullMarked;
