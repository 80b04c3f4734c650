/**
 * Writes the token's test vectors from fixed keys and runs them: through the shared verifier,
 * through the reader in JavaScript, and past openssl; also the phone's half of a code.
 */
@NullMarked
package org.yongjun.pass.vectors;

import org.jspecify.annotations.NullMarked;
