/** Verification over HTTP. */
@NullMarked
package org.yongjun.pass.verification.web;

import org.jspecify.annotations.NullMarked;
