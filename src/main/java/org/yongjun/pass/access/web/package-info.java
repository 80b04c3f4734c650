/** Sign-in of machines over HTTP, and the caller of each request. */
@NullMarked
package org.yongjun.pass.access.web;

import org.jspecify.annotations.NullMarked;
